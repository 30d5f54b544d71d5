namespace Virker.Statistics.MetaAnalysis;

internal sealed class MixedModel;
