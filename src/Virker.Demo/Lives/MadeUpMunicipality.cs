namespace Virker.Demo.Lives;

/// <summary>All the lives of a made-up municipality, one after the other: nothing is held back and nothing is looked up, so
/// it can be any size.</summary>
internal static class MadeUpMunicipality
{
    public static DemoWorld World(DemoSettings settings, DateOnly today, DemoSeal seal)
    {
        var workers = DemoWorkers.Of(settings);
        return new DemoWorld(settings, today, workers, DemoEmployers.Of(settings, workers, today), seal);
    }

    /// <summary>Desk by desk. The first with a running case at each desk live the stories a day must hold.</summary>
    public static IEnumerable<Life> Lives(DemoWorld world)
    {
        int index = 0;
        foreach (var desk in world.Workers.Caseworkers)
        {
            var stories = new Queue<Story>([Story.Today, Story.Late, Story.Milestone, Story.StandsStill]);
            for (int i = 0; i < desk.Load; i++, index++)
            {
                var dice = new Dice(world.Settings.Seed, 3, index);
                var fate = Fate.Draw(dice, world.Today);
                var story = Story.None;
                // Somebody with a course of hours is left as drawn, and so is a case that has just begun.
                if (fate.IsOpen && fate.Hours is null && fate.From < world.Today.AddDays(-240))
                    stories.TryDequeue(out story);
                if (story == Story.Milestone)
                    fate = fate.WithMilestone(dice, world.Today);
                yield return Life.Write(world, index, fate, story, desk, dice);
            }
        }
    }
}
