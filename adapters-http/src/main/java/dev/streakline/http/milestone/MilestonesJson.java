package dev.streakline.http.milestone;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.streakline.application.milestone.ShowMilestones;
import dev.streakline.domain.milestone.Measure;
import dev.streakline.domain.milestone.Milestone;
import dev.streakline.domain.milestone.NextRung;
import dev.streakline.domain.milestone.Precision;
import dev.streakline.http.exchange.Answers;
import dev.streakline.http.exchange.Copying;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.factory.Mappers;

/**
 * A viewer's milestones.
 *
 * @param zone of the viewer
 * @param achieved ladder by ladder, ascending
 * @param next one a ladder that has a rung ahead
 */
record MilestonesJson(String zone, List<AchievedJson> achieved, List<NextJson> next) {

    /** Defensive copies. */
    MilestonesJson {
        achieved = List.copyOf(achieved);
        next = List.copyOf(next);
    }

    /**
     * A rung reached.
     *
     * @param type the ladder
     * @param metric the rung
     * @param precision instant, or date where only that is known
     * @param recordedAt when it was announced; absent while it waits to be
     * @param supported whether the facts still give it
     */
    record AchievedJson(
            String type,
            int metric,
            String tier,
            Instant achievedAt,
            String precision,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Instant recordedAt,

            boolean supported) {}

    /** The rung ahead; {@code progress} is 0 to 1, four decimals, rounded down. */
    record NextJson(String type, int metric, String tier, long value, long left, BigDecimal progress) {}

    static MilestonesJson of(ShowMilestones.Answer answer) {
        return Shapes.INSTANCE.of(answer);
    }

    /** Copies what agrees. */
    @Mapper(config = Copying.class)
    interface Shapes {

        Shapes INSTANCE = Mappers.getMapper(Shapes.class);

        @Mapping(target = "achieved", source = "milestones.reached")
        @Mapping(target = "next", source = "milestones.next")
        MilestonesJson of(ShowMilestones.Answer answer);

        @Mapping(target = "type", source = "measure")
        @Mapping(target = "metric", source = "rung.threshold")
        @Mapping(target = "tier", expression = "java(milestone.rung().tier().code())")
        @Mapping(target = "supported", source = "support")
        AchievedJson of(Milestone milestone);

        @Mapping(target = "type", source = "measure")
        @Mapping(target = "metric", source = "rung.threshold")
        @Mapping(target = "tier", expression = "java(rung.rung().tier().code())")
        NextJson of(NextRung rung);

        default String of(Measure measure) {
            return measure.code();
        }

        default String of(Precision precision) {
            return precision.code();
        }

        default boolean of(Milestone.Support support) {
            return support == Milestone.Support.SUPPORTED;
        }

        default String of(ZoneId zone) {
            return Answers.name(zone);
        }
    }
}
