package dev.streakline.application.recalculation;

import dev.streakline.application.view.Cursors;
import dev.streakline.application.view.Part;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows the recalculations that were requested. */
public final class ShowRuns {

    private final RecalculationRuns runs;

    /** Reads from these runs. */
    public ShowRuns(RecalculationRuns runs) {
        this.runs = runs;
    }

    /** A run; empty when its id is unknown. */
    public Optional<RunView> find(String id) {
        return runs.find(id).map(RunView::of);
    }

    /**
     * A page of the runs, the last requested first.
     *
     * @param limit the most runs of the page, at least 1
     * @param cursor that the page before ends with; absent for the first page
     * @throws dev.streakline.application.view.InvalidCursorException for a cursor that comes from no page
     */
    public RunsView page(int limit, @Nullable String cursor) {
        List<RecalculationRun> found =
                runs.newest(limit + 1, Cursors.decode(cursor, RecalculationRun.RunCursor::parse));
        Part<RecalculationRun> page = Part.of(found, limit, run -> run.cursor().text());
        return new RunsView(page.items().stream().map(RunView::of).toList(), page.nextCursor());
    }
}
