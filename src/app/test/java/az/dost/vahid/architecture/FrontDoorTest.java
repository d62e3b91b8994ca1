package az.dost.vahid.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.edge.access.AccessPolicy;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.InputStream;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every face does first is done in one package, and nowhere else. */
class FrontDoorTest {
    private static final String DOOR = "az.dost.vahid.edge.door..";
    private static final DescribedPredicate<JavaClass> FACES = resideInAnyPackage(
            "az.dost.vahid.journeys.lookup..",
            "az.dost.vahid.journeys.bulk..",
            "az.dost.vahid.journeys.event..",
            "az.dost.vahid.journeys.follow..",
            "az.dost.vahid.journeys.citizen..",
            "az.dost.vahid.journeys.misuse..",
            "az.dost.vahid.journeys.desk..",
            "az.dost.vahid.journeys.exchange..",
            "az.dost.vahid.journeys.operations..",
            "az.dost.vahid.sources.rollout..",
            "az.dost.vahid.journeys.catalogue");

    private static DescribedPredicate<JavaClass> named(String why, String... classes) {
        return describe(
                why,
                type -> Set.of(classes)
                        .contains(type.getName()
                                .replace("az.dost.vahid.journeys.", "")
                                .replaceFirst("[$].*", "")));
    }

    /**
     * Bodies that pass from one member to another are streams, read in blocks; and CXF's stream is given to the door.
     */
    private static final DescribedPredicate<JavaClass> PASSING = named(
            "what streams bodies",
            "exchange.PassingBody",
            "exchange.SoapPart",
            "exchange.RestFace",
            "exchange.SoapCallFace",
            "exchange.SoapMessage",
            "lookup.soap.SoapIntake");

    private static final DescribedPredicate<JavaMethodCall> READING = describe(
            "a body is read",
            call -> call.getName().matches("readNBytes|readAllBytes")
                    || call.getName().equals("getInputStream")
                            && call.getTargetOwner().getPackageName().startsWith("jakarta.servlet"));
    private static final DescribedPredicate<JavaFieldAccess> STRICTNESS = describe(
            "a strict reader is made",
            access -> access.getName()
                    .matches("STRICT_DUPLICATE_DETECTION|FAIL_ON_TRAILING_TOKENS|FAIL_ON_READING_DUP_TREE_KEY"));
    private static final ArchCondition<JavaClass> ASK_FOR_A_STREAM =
            new ArchCondition<>("ask a message for its stream") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    type.getReferencedClassObjects().stream()
                            .filter(named -> named.getRawType().isEquivalentTo(InputStream.class))
                            .forEach(named ->
                                    events.add(SimpleConditionEvent.satisfied(type, type.getName() + " asks for one")));
                }
            };

    @TestFactory
    Stream<DynamicTest> rules() {
        return Stream.of(
                        noClasses()
                                .that()
                                .resideOutsideOfPackage(DOOR)
                                .and()
                                .areNotAssignableTo(AccessPolicy.class)
                                .should()
                                .callMethodWhere(describe(
                                        "a caller is identified",
                                        call -> call.getTargetOwner().isEquivalentTo(AccessPolicy.class)
                                                && call.getName().matches("authenticate|citizen|citizenAsks|caller")))
                                .because(
                                        "who asks is found out once, and stands in the exchange's property from then on"),
                        noClasses()
                                .that()
                                .resideOutsideOfPackages("az.dost.vahid.json..", "az.dost.vahid.mock..")
                                .should()
                                .accessFieldWhere(STRICTNESS)
                                .because("what is strict is decided once"),
                        noClasses()
                                .that(FACES.and(not(PASSING)))
                                .should()
                                .callMethodWhere(READING)
                                .because("each reading needs its bound"),
                        noClasses()
                                .that(FACES.and(not(PASSING)))
                                .should(ASK_FOR_A_STREAM)
                                .because("each reading needs its bound"),
                        noClasses()
                                .that(FACES)
                                .and()
                                .haveNameMatching(".*(Desk|Handler|Face|EventIntake)")
                                .should()
                                .dependOnClassesThat()
                                .areAssignableTo(ObjectMapper.class)
                                .because("a face reads by the one strict reader"),
                        classes()
                                .that()
                                .resideInAPackage(DOOR)
                                .should()
                                .onlyDependOnClassesThat(resideInAnyPackage(
                                                DOOR,
                                                "az.dost.vahid.edge.access..",
                                                "az.dost.vahid.json..",
                                                "az.dost.vahid.problem..")
                                        .or(resideOutsideOfPackage("az.dost.vahid..")))
                                .because("the door knows nothing of agencies, records or what is asked"))
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getDescription(), () -> ((ArchRule) rule).check(Project.classes())));
    }

    @Test
    void answers_that_nobody_keeps_are_made_at_the_door() {
        assertThat(Project.sources())
                .filteredOn(file -> !file.startsWith("src/demo/main/java/az/dost/vahid/mock"))
                .filteredOn(file -> Project.text(file).contains("\"no-store\""))
                .singleElement()
                .asString()
                .endsWith("door/HttpAnswer.java");
    }
}
