package az.dost.vahid.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the steps of a lookup take and give back, followed through the routes: each takes what an earlier one made, and
 * looks at nothing that a later one makes.
 */
class LookupStepsTest {
    private static final String PACKAGE = "az.dost.vahid.journeys.lookup";
    private static final JavaClass LOOKUP = Project.classes().get(PACKAGE + ".Lookup");
    /** In the order in which steps make them. */
    private static final List<JavaClass> CHAIN = Stream.concat(
                    Stream.concat(Stream.of(LOOKUP), LOOKUP.getAllSubclasses().stream())
                            .sorted(Comparator.comparing(
                                    type -> type.getAllRawSuperclasses().size())),
                    Stream.of(Project.classes().get(PACKAGE + ".GivenDossier")))
            .toList();

    /** Place of what there is before anything is made. */
    private static final int NOTHING = -1;

    /** Place of a type in the chain, where it is of it; of one that stands for several the first place. */
    private static Optional<Integer> place(JavaClass type) {
        return type.equals(LOOKUP) || type.isAssignableTo(PACKAGE + ".Lookup$NewOrGiven") || CHAIN.contains(type)
                ? CHAIN.stream()
                        .filter(one -> one.isAssignableTo(type.getName()))
                        .map(CHAIN::indexOf)
                        .findFirst()
                : Optional.empty();
    }

    /** The method of a step such as {@code planner.plan}, where a lookup's package has it. */
    private static Optional<JavaMethod> method(String step) {
        String[] names = step.split("[.]");
        return Project.classes().stream()
                .filter(type -> type.getPackageName().startsWith(PACKAGE)
                        && type.getSimpleName().equalsIgnoreCase(names[0]))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC)
                        && method.getName().equals(names[1]))
                .findFirst();
    }

    private static List<JavaMethod> steps(String route) {
        return JourneysTest.followed(route)
                .filter(step -> step.matches("[A-Za-z]+[.][A-Za-z]+"))
                .flatMap(step -> method(step).stream())
                .toList();
    }

    private static int taken(JavaMethod step) {
        return step.getRawParameterTypes().stream()
                .flatMap(type -> place(type).stream())
                .max(Comparator.naturalOrder())
                .orElse(NOTHING);
    }

    /** What is made once the step is done. */
    private static int made(JavaMethod step, int before) {
        return place(step.getRawReturnType()).orElse(before);
    }

    /** Places of all that a step looks at, itself or by what it calls. */
    private static void read(JavaCodeUnit unit, Set<JavaCodeUnit> seen, Set<JavaField> fields) {
        if (!unit.getOwner().getPackageName().startsWith(PACKAGE) || !seen.add(unit)) {
            return;
        }
        for (JavaAccess<?> access : unit.getAccessesFromSelf()) {
            if (access instanceof JavaFieldAccess field && field.getAccessType() == JavaFieldAccess.AccessType.GET) {
                field.getTarget().resolveMember().ifPresent(fields::add);
            } else if (access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget called) {
                called.resolveMember().ifPresent(next -> read(next, seen, fields));
            }
        }
    }

    /** Begun with what a step of another package puts into the body, which calls a method of this one. */
    @ParameterizedTest
    @CsvSource({
        "lookup-http, , GivenDossier, 13",
        "lookup-soap, , GivenDossier, 13",
        "lookup-jms, , GivenDossier, 13",
        "rehearsal, , Assembled, 4",
        "hot-line-check, New, GivenDossier, 10",
        "bulk-row, New, Assembled, 8",
        "follow-ask, New, Assembled, 7"
    })
    void a_step_takes_what_an_earlier_one_made_and_gives_back_the_next(
            String route, String begun, String ended, int steps) {
        List<String> names = CHAIN.stream().map(JavaClass::getSimpleName).toList();
        int made = names.indexOf(begun);
        assertThat(steps(route)).hasSize(steps);
        for (JavaMethod step : steps(route)) {
            int next = made(step, made);
            assertThat(taken(step))
                    .as("%s takes what there is", step.getFullName())
                    .isLessThanOrEqualTo(made);
            assertThat(next)
                    .as("%s gives back what was not there", step.getFullName())
                    .isGreaterThanOrEqualTo(place(step.getRawReturnType()).isPresent() ? made + 1 : made);
            made = next;
        }
        assertThat(names.get(made)).isEqualTo(ended);
    }

    @ParameterizedTest
    @CsvSource({"lookup-http", "lookup-soap", "lookup-jms", "rehearsal"})
    void no_step_reads_what_a_later_one_makes(String route) {
        for (JavaMethod step : steps(route)) {
            Set<JavaField> fields = new HashSet<>();
            read(step, new HashSet<>(), fields);
            int latest = Math.max(taken(step), made(step, NOTHING));
            assertThat(fields)
                    .as(step.getFullName())
                    .filteredOn(field -> CHAIN.contains(field.getOwner()))
                    .isNotEmpty()
                    .allSatisfy(field -> assertThat(CHAIN.indexOf(field.getOwner()))
                            .as(field.getFullName())
                            .isLessThanOrEqualTo(latest));
        }
    }

    @Test
    void each_lookup_of_the_chain_is_the_one_before_it_and_changes_no_more() {
        assertThat(CHAIN)
                .extracting(JavaClass::getSimpleName)
                .containsExactly(
                        "Lookup",
                        "New",
                        "Granted",
                        "Judged",
                        "Planned",
                        "Combined",
                        "Assembled",
                        "Signed",
                        "GivenDossier");
        fields().that()
                .areDeclaredInClassesThat()
                .areAssignableTo(PACKAGE + ".Lookup")
                .should()
                .beFinal()
                .because("a step gives back another lookup where it finds something out")
                .check(Project.classes());
    }

    @Test
    void nothing_is_given_out_that_is_not_in_the_record() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(PACKAGE + ".Dossiers")
                .should()
                .callConstructorWhere(describe(
                        "a dossier is given out",
                        call -> call.getTargetOwner().getName().equals(PACKAGE + ".GivenDossier")))
                .because("there it is recorded, or was found in the record")
                .check(Project.classes());
    }
}
