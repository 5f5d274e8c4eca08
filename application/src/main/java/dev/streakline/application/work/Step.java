package dev.streakline.application.work;

import dev.streakline.application.history.StoreUnavailableException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** What a job does in one round. Called by one thread at a time. */
@FunctionalInterface
public interface Step {

    /**
     * Does a part of the work, small enough that closing the worker does not take long.
     *
     * @param faults receives a line about a failure that is dealt with and does not end the round
     * @throws StoreUnavailableException when the store fails; the round is tried again after a back-off
     * @throws StepRefusedException when this process must not do the work; it is tried again after a longer pause
     * @throws CancellationException when the thread is interrupted, as it is when the worker is closed
     */
    StepResult advance(Consumer<String> faults);

    /** Steps that one round does in this order. A step that throws ends the round. */
    static Step inOrder(List<Step> steps) {
        List<Step> all = List.copyOf(steps);
        return faults -> {
            boolean isWork = false;
            for (Step step : all) {
                isWork |= step.advance(faults) == StepResult.WORKED;
            }
            return StepResult.of(isWork);
        };
    }
}
