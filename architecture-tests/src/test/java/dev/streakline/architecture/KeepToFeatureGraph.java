package dev.streakline.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Classes are in a feature of the graph, and use only the features that the graph allows. */
final class KeepToFeatureGraph extends ArchCondition<JavaClass> {

    private final String parent;
    private final Map<String, Set<String>> graph;

    /**
     * Makes the condition.
     *
     * @param parent the package whose direct subpackages are the features
     * @param graph for each feature the features that it may know
     */
    KeepToFeatureGraph(String parent, Map<String, Set<String>> graph) {
        super("keep to the feature graph [%s]", printed(graph));
        this.parent = parent;
        this.graph = graph;
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
        Set<String> known = featureOf(item).map(graph::get).orElse(null);
        if (known == null) {
            events.add(SimpleConditionEvent.violated(item, item.getFullName() + " lives in no feature of the graph"));
            return;
        }
        for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
            Optional<String> target = featureOf(dependency.getTargetClass());
            if (target.isPresent() && !target.equals(featureOf(item)) && !known.contains(target.get())) {
                events.add(SimpleConditionEvent.violated(item, dependency.getDescription()));
            }
        }
    }

    private Optional<String> featureOf(JavaClass item) {
        JavaClass type = item.getBaseComponentType();
        return type.getPackageName().startsWith(parent + ".")
                ? Optional.of(
                        type.getPackageName().substring(parent.length() + 1).replaceFirst("\\..*", ""))
                : Optional.empty();
    }

    private static String printed(Map<String, Set<String>> graph) {
        return graph.entrySet().stream()
                .map(edge -> edge.getKey() + " → "
                        + (edge.getValue().isEmpty() ? "nothing" : String.join(", ", new TreeSet<>(edge.getValue()))))
                .collect(Collectors.joining("; "));
    }
}
