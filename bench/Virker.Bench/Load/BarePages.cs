using System.Data.Common;
using System.Globalization;
using System.Text;
using Virker.Platform.Protection;

namespace Virker.Bench.Load;

/// <summary>The statements and the markup of the three pages.</summary>
internal sealed partial class BareCasework
{
    private const string DaySql = """
        SELECT t.kind, t.due, t.id, c.id, c.first_names, c.last_name, w.name, COALESCE(t.words, v.next_step)
        FROM tasks t LEFT JOIN citizens c ON c.id = t.citizen_id LEFT JOIN workplaces w ON w.id = t.workplace_id
        LEFT JOIN conversations v ON v.id = t.about_id
        WHERE t.owner_id = @worker AND t.done_at IS NULL AND t.due <= @until
        AND (t.snoozed_to IS NULL OR t.snoozed_to <= @today) AND t.kind <> 'Conversation' ORDER BY t.due, t.id;
        SELECT v.id, v.kind, v."on", c.id, c.first_names, c.last_name, c.job_goal
        FROM conversations v JOIN citizens c ON c.id = v.citizen_id
        WHERE v.worker_id = @worker AND v.state = 'Planned' AND v."on" <= @today AND c.closed_on IS NULL
        ORDER BY v."on", v.at;
        SELECT c.id, c.first_names, c.last_name, c.job_goal,
        (SELECT MAX(p."from") FROM primary_contacts p WHERE p.citizen_id = c.id AND p.worker_id = @worker AND p."to" IS NULL),
        (SELECT MAX(v."on") FROM conversations v WHERE v.citizen_id = c.id AND v.state = 'Held'),
        (SELECT MIN(v."on") FROM conversations v WHERE v.citizen_id = c.id AND v.state = 'Planned' AND v."on" >= @today),
        EXISTS (SELECT 1 FROM tasks t WHERE t.citizen_id = c.id AND t.kind = 'NextStep' AND t.done_at IS NULL)
        FROM citizens c WHERE c.primary_contact_id = @worker AND c.closed_on IS NULL;
        SELECT c.id, c.first_names, c.last_name, m.kind FROM milestones m JOIN citizens c ON c.id = m.citizen_id
        WHERE c.primary_contact_id = @worker AND c.closed_on IS NULL AND m.seen_at >= @since AND m.corrected_at IS NULL;
        SELECT c.id, c.first_names, c.last_name, r.week, r.minutes FROM reported_weeks r
        JOIN citizens c ON c.id = r.citizen_id
        WHERE c.primary_contact_id = @worker AND c.closed_on IS NULL AND r.week >= @first;
        """;

    private const string CitizenSql = """
        SELECT first_names, last_name, job_goal, target_group, address, postal_code, city, phone, email,
        (SELECT MAX("from") FROM spells WHERE citizen_id = @id AND "to" IS NULL),
        (SELECT MAX("from") FROM primary_contacts WHERE citizen_id = @id AND "to" IS NULL),
        (SELECT COUNT(*) FROM primary_contacts WHERE citizen_id = @id)
        FROM citizens WHERE id = @id;
        SELECT "on", kind, next_step, next_step_by FROM conversations
        WHERE citizen_id = @id AND (state <> 'Planned' OR "on" >= @today) ORDER BY "on" DESC LIMIT 20;
        SELECT kind, title, "from", "to" FROM plan_items
        WHERE citizen_id = @id AND ended_on IS NULL AND ("to" IS NULL OR "to" >= @today) ORDER BY "from";
        SELECT p.id, p.kind, w.name, p."from", COALESCE(p.ended_on, p."to"), p.weekly_minutes, k.cvr, k.name
        FROM placements p JOIN workplaces w ON w.id = p.workplace_id JOIN companies k ON k.id = w.company_id
        WHERE p.citizen_id = @id AND p.state <> 'Cancelled' ORDER BY p."from" DESC;
        SELECT s."from", s.weekly_minutes FROM paid_hours_steps s JOIN placements p ON p.id = s.placement_id
        WHERE p.citizen_id = @id;
        SELECT week, cvr, minutes FROM reported_weeks WHERE citizen_id = @id ORDER BY week DESC;
        SELECT month, cvr, minutes FROM register_months WHERE citizen_id = @id ORDER BY month DESC;
        SELECT week, kind FROM milestones WHERE citizen_id = @id ORDER BY week;
        SELECT id, written_at, text FROM journal WHERE citizen_id = @id ORDER BY written_at DESC LIMIT 5;
        """;

    private const string SearchSql = """
        SELECT DISTINCT c.id, c.first_names, c.last_name, c.born_on, c.target_group
        FROM (SELECT n.citizen_id FROM name_words n WHERE n.word >= @first AND n.word < @first_end
        AND EXISTS (SELECT 1 FROM name_words o WHERE o.citizen_id = n.citizen_id AND o.word >= @last AND o.word < @last_end)
        ORDER BY n.word, n.citizen_id LIMIT 100) f JOIN citizens c ON c.id = f.citizen_id
        ORDER BY c.last_name, c.first_names LIMIT 25;
        """;

    private async Task<StringBuilder> Day(Guid worker)
    {
        var html = Page("Min dag");
        await using var connection = await database.OpenConnectionAsync();
        await using var rows = await Ask(
            connection,
            DaySql,
            ("@worker", worker),
            ("@today", Today),
            ("@until", Today.AddDays(14)),
            ("@since", TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-7)),
            ("@first", Today.AddDays(-63))
        );
        await List(
            html,
            "Opgaver",
            rows,
            r =>
                $"<a href=\"/citizens/{Id(r, 3)}\">{Text(r, 4)} {Text(r, 5)}</a> {Text(r, 0)} {Text(r, 6)} {Text(r, 7)} <span>Frist {Day(r, 1)}</span><form method=\"post\" action=\"/day\"><input type=\"hidden\" name=\"task\" value=\"{Id(r, 2)}\" /><button>Gjort</button></form>"
        );
        await List(
            html,
            "Samtaler",
            rows,
            r =>
                $"<a href=\"/citizens/{Id(r, 3)}\">{Text(r, 4)} {Text(r, 5)}</a> {Day(r, 2)} {Text(r, 1)} <q>{Text(r, 6)}</q>"
        );
        await List(
            html,
            "Borgere",
            rows,
            r =>
                $"<a href=\"/citizens/{Id(r, 0)}\">{Text(r, 1)} {Text(r, 2)}</a> siden {Day(r, 4)}, sidst {Day(r, 5)}, næste {Day(r, 6)} <a href=\"/citizens/{Id(r, 0)}/conversation/plan\">Aftal en samtale</a>"
        );
        await List(
            html,
            "Milepæle",
            rows,
            r => $"<a href=\"/citizens/{Id(r, 0)}\">{Text(r, 1)} {Text(r, 2)}</a> {Text(r, 3)}"
        );
        await List(
            html,
            "Løntimer",
            rows,
            r => $"<a href=\"/citizens/{Id(r, 0)}\">{Text(r, 1)} {Text(r, 2)}</a> {Day(r, 3)}: {Hours(r, 4)}"
        );
        return html;
    }

    private async Task<StringBuilder> Citizen(Guid id)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var rows = await Ask(connection, CitizenSql, ("@id", id), ("@today", Today));
        await rows.ReadAsync();
        var html = Page($"{rows.GetString(0)} {rows.GetString(1)}");
        html.Append("<p><q>").Append(Text(rows, 2)).Append("</q></p><dl>");
        for (int i = 3; i < 9; i++)
            html.Append("<dt>").Append(rows.GetName(i)).Append("</dt><dd>").Append(Text(rows, i)).Append("</dd>");
        html.Append("<dt>siden</dt><dd>").Append(Day(rows, 9)).Append(", ").Append(Day(rows, 10)).Append("</dd></dl>");
        await rows.NextResultAsync();
        await List(html, "Samtaler", rows, r => $"{Day(r, 0)}: {Text(r, 1)}. Aftalt: {Text(r, 2)} ({Day(r, 3)})");
        await List(html, "Plan", rows, r => $"{Text(r, 0)}: {Text(r, 1)}, {Day(r, 2)}–{Day(r, 3)}");
        await List(
            html,
            "Virksomheder",
            rows,
            r => $"<a href=\"/placements/{Id(r, 0)}\">{Text(r, 2)}</a>: {Text(r, 1)}, {Day(r, 3)}–{Day(r, 4)}"
        );
        await List(html, "Aftalt", rows, r => $"{Day(r, 0)}: {Hours(r, 1)}");
        await List(html, "Løntimer", rows, r => $"{Day(r, 0)}: {Hours(r, 2)} ({Text(r, 1)})");
        await List(html, "Indkomstregister", rows, r => $"{Day(r, 0)}: {Hours(r, 2)} ({Text(r, 1)})");
        await List(html, "Milepæle", rows, r => $"{Text(r, 1)}: {Day(r, 0)}");
        await List(
            html,
            "Noter",
            rows,
            r => Html.Encode(vault.Open(new Sealed(r.GetFieldValue<byte[]>(2)), r.GetGuid(0), "text"))
        );
        return html;
    }

    private async Task<StringBuilder> Search(string first, string last)
    {
        var html = Page("Borgere");
        await using var connection = await database.OpenConnectionAsync();
        await using var rows = await Ask(
            connection,
            SearchSql,
            ("@first", first),
            ("@first_end", first + "\U0010FFFF"),
            ("@last", last),
            ("@last_end", last + "\U0010FFFF")
        );
        html.Append("<form method=\"post\"><label>Navn <input name=\"q\" /></label><button>Find</button></form>");
        await List(
            html,
            "Fundet",
            rows,
            r => $"<a href=\"/citizens/{Id(r, 0)}\">{Text(r, 1)} {Text(r, 2)}</a> {Day(r, 3)} {Text(r, 4)}"
        );
        return html;
    }

    private static string Id(DbDataReader row, int i) => row.IsDBNull(i) ? "" : row.GetGuid(i).ToString();

    private static string Hours(DbDataReader row, int i) =>
        (row.GetInt32(i) / 60m).ToString("0.##", CultureInfo.InvariantCulture);
}
