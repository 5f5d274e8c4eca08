package dev.streakline.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How many rooms of a module depend on how many others: the fewer arrows, the more of it can be read alone. A room is a package
 * below the module's own, with the packages in it. An arrow that is worth it raises a bound here, in the commit that needs it.
 */
class RoomsTest {

    private static final int MOST_CLASSES = 36;

    private final JavaClasses house = House.production();

    @ParameterizedTest
    @CsvSource({"domain, 25", "application, 63", "http, 30", "persistence, 40", "cli, 60"})
    void rooms_have_few_arrows(String module, int most) {
        Set<String> arrows = arrows(House.ROOT + "." + module + ".");
        System.out.println(module + ": " + arrows.size() + " arrows between rooms");
        assertThat(arrows).isNotEmpty().hasSizeLessThanOrEqualTo(most);
    }

    private Set<String> arrows(String module) {
        Set<String> arrows = new TreeSet<>();
        for (JavaClass type : house) {
            String from = room(type, module);
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String to = room(dependency.getTargetClass().getBaseComponentType(), module);
                if (!from.isEmpty() && !to.isEmpty() && !from.equals(to)) {
                    arrows.add(from + " -> " + to);
                }
            }
        }
        return arrows;
    }

    /** The first name of a package below a module's; empty for other packages. */
    private static String room(JavaClass type, String module) {
        String name = type.getPackageName();
        return name.startsWith(module) ? name.substring(module.length()).replaceFirst("\\..*", "") : "";
    }

    @Test
    void packages_have_few_classes() {
        Map<String, Long> sizes = house.stream()
                .filter(type -> type.getEnclosingClass().isEmpty()
                        && !type.getSimpleName().equals("package-info"))
                .filter(type -> !type.getSimpleName().startsWith("Generated"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
        sizes.forEach((name, size) -> {
            if (size > MOST_CLASSES) {
                fail(name + " has " + size + " classes; at most " + MOST_CLASSES + ": split it by feature");
            }
        });
        assertThat(sizes).isNotEmpty();
    }
}
