package az.dost.vahid.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.project.Checkout;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.StringUtils;

/** The rules of the house that a compiler does not check. */
class ArchitectureTest {
    private static final String MOCKS = "az.dost.vahid.mock..";
    /** What only vahid-demo.jar has. */
    private static final String[] DEMONSTRATION = {MOCKS, "az.dost.vahid.demo..", "az.dost.vahid.embedded.."};

    /** What {@code @Bean} says of an end that it does not name. */
    private static final String INFERRED = AbstractBeanDefinition.INFER_METHOD;

    private static final String PAGES = "az.dost.vahid.pages..";
    private static final String PROOF = "az.dost.vahid.signature..";
    private static final DescribedPredicate<JavaMethodCall> NEW_FACTORY = describe(
            "a factory is made",
            call -> call.getTargetOwner().getPackageName().startsWith("javax.xml.")
                    && call.getName().matches("new(Default)?(Instance|Factory|NSInstance)"));
    private static final Set<String> READERS = Set.of(
            "ObjectMapper",
            "JsonMapper",
            "JsonFactory",
            "YAMLFactory",
            "YAMLMapper",
            "CsvFactory",
            "CsvMapper",
            "XmlMapper",
            "Yaml",
            "LoaderOptions");
    private static final DescribedPredicate<JavaConstructorCall> NEW_READER = describe(
            "a reader of JSON, YAML or CSV is made",
            call -> READERS.contains(call.getTargetOwner().getSimpleName()));
    private static final DescribedPredicate<JavaMethodCall> NEW_READER_BUILDER = describe(
            "a reader of JSON, YAML or CSV is built",
            call -> READERS.contains(call.getTargetOwner().getSimpleName())
                    && call.getName().equals("builder"));
    private static final DescribedPredicate<JavaClass> KEYS_AND_FACTORIES = resideInAnyPackage(
                    "org.apache.xml.security..",
                    "org.apache.wss4j..",
                    "com.nimbusds..",
                    "org.bouncycastle..",
                    "javax.xml.parsers..",
                    "javax.xml.crypto..",
                    "javax.xml.validation..",
                    "javax.xml.xpath..",
                    "javax.crypto..")
            .or(describe(
                    "keys, signatures and XML factories of the JDK",
                    type -> Set.of(
                                    "java.security.Signature",
                                    "java.security.KeyStore",
                                    "java.security.KeyFactory",
                                    "java.security.KeyPairGenerator",
                                    "java.security.cert.CertificateFactory",
                                    "javax.xml.transform.TransformerFactory")
                            .contains(type.getName())));

    private static final DescribedPredicate<JavaMethodCall> FILE_OPENED = describe(
            "a file is opened",
            call -> call.getTargetOwner().getName().equals("java.nio.file.Files")
                    && call.getName()
                            .matches("new.*|read.*|write.*|list|walk.*|copy|move|delete.*|create.*|lines|find"));

    @TestFactory
    Stream<DynamicTest> rules() {
        return Stream.of(
                        slices().matching("az.dost.vahid.(**)")
                                .should()
                                .beFreeOfCycles()
                                .because(
                                        "a capability that needs what needs it cannot be read, tested or replaced alone"),
                        slices().matching("az.dost.vahid.(*)..")
                                .should()
                                .beFreeOfCycles()
                                .because("the same holds for a capability and its parts together"),
                        slices().matching("az.dost.vahid.*.(*)..")
                                .should()
                                .beFreeOfCycles()
                                .because("and for those of the gateway's layers"),
                        layeredArchitecture()
                                .consideringOnlyDependenciesInLayers()
                                .layer("proof")
                                .definedBy("az.dost.vahid.proof..")
                                .layer("edge")
                                .definedBy("az.dost.vahid.edge..")
                                .layer("sources")
                                .definedBy("az.dost.vahid.sources..")
                                .layer("journeys")
                                .definedBy("az.dost.vahid.journeys..")
                                .whereLayer("edge")
                                .mayOnlyBeAccessedByLayers("sources", "journeys")
                                .whereLayer("sources")
                                .mayOnlyBeAccessedByLayers("journeys")
                                .whereLayer("journeys")
                                .mayNotBeAccessedByAnyLayer()
                                .because(
                                        "a layer of the gateway stands on those below it; modules are held by the compiler"),
                        noClasses()
                                .that()
                                .resideInAPackage("az.dost.vahid.answer..")
                                .should()
                                .dependOnClassesThat(describe(
                                        "other parts of Vahid",
                                        type -> type.getPackageName().startsWith("az.dost.vahid")
                                                && !type.getPackageName().startsWith("az.dost.vahid.answer")))
                                .because("all others speak in these words"),
                        noClasses()
                                .that()
                                .resideOutsideOfPackages(DEMONSTRATION)
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(DEMONSTRATION)
                                .because(
                                        "vahid.jar has nothing that pretends, issues or starts something; META-INF/services adds it to vahid-demo.jar"),
                        noClasses()
                                .that()
                                .resideInAPackage(PAGES)
                                .should()
                                .dependOnClassesThat(
                                        describe(
                                                "other parts of Vahid than database, json and wordbook",
                                                type -> type.getPackageName().startsWith("az.dost.vahid")
                                                        && !type.getPackageName()
                                                                .matches(
                                                                        "az[.]dost[.]vahid[.](pages([.].*)?|database|json|wordbook)")))
                                .because("a page shows what the contracts give, and a script can do what a page can"),
                        noClasses()
                                .that()
                                .resideOutsideOfPackages(PAGES, "az.dost.vahid.app..", "az.dost.vahid.demo..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage(PAGES)
                                .because("nothing of the gateway waits for pages"),
                        noClasses()
                                .that()
                                .resideOutsideOfPackages(PROOF, MOCKS)
                                .should()
                                .dependOnClassesThat(KEYS_AND_FACTORIES)
                                .because("what is proven is decided in one place, which one can read in an hour"),
                        noClasses()
                                .that()
                                .resideOutsideOfPackages(PROOF, MOCKS)
                                .should()
                                .callMethodWhere(NEW_FACTORY)
                                .because("a parser made elsewhere would not refuse document types and entities"),
                        noClasses()
                                .that()
                                .resideInAnyPackage(
                                        "az.dost.vahid.journeys.bulk..",
                                        "az.dost.vahid.journeys.event..",
                                        "az.dost.vahid.sources.ingest.source..")
                                .should()
                                .callMethodWhere(FILE_OPENED)
                                .because(
                                        "folders that others may write into are opened by folder.ForeignFolder, which follows no link"),
                        noClasses()
                                .that()
                                .resideOutsideOfPackage("az.dost.vahid.json..")
                                .should()
                                .callConstructorWhere(NEW_READER)
                                .orShould()
                                .callMethodWhere(NEW_READER_BUILDER)
                                .because(
                                        "a reader made elsewhere would read any depth, number and name (decision 111)"),
                        noClasses()
                                .that()
                                .resideOutsideOfPackage(MOCKS)
                                .should()
                                .beAnnotatedWith("org.springframework.stereotype.Component")
                                .orShould()
                                .beAnnotatedWith("org.springframework.stereotype.Service")
                                .orShould()
                                .beAnnotatedWith("org.springframework.stereotype.Repository")
                                .because(
                                        "a package's Configuration says which beans there are; none comes by being found"),
                        classes()
                                .that()
                                .resideOutsideOfPackages(MOCKS, "az.dost.vahid")
                                .and()
                                .areAnnotatedWith("org.springframework.context.annotation.Configuration")
                                .should()
                                .haveSimpleNameEndingWith("Configuration")
                                .because("a start opens no other classes to find them"),
                        methods()
                                .that()
                                .areAnnotatedWith(Bean.class)
                                .should(SAY_MORE_THAN_A_CONSTRUCTOR)
                                .because(
                                        "@Beans, and @Import in pages, name a class whose constructor needs beans alone"),
                        noFields()
                                .should()
                                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                                .because("what a class needs is in its constructor"),
                        classes()
                                .that()
                                .resideOutsideOfPackage(MOCKS)
                                .and()
                                .arePublic()
                                .and()
                                .areTopLevelClasses()
                                .should(BE_NEEDED_ELSEWHERE)
                                .because("what only its package uses can be changed without asking anyone"))
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getDescription(), () -> ((ArchRule) rule).check(Project.classes())));
    }

    private static final ArchCondition<JavaClass> BE_NEEDED_ELSEWHERE =
            new ArchCondition<>("be needed outside their package") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean needed = type.getDirectDependenciesToSelf().stream()
                                    .anyMatch(use -> !use.getOriginClass()
                                            .getPackageName()
                                            .equals(type.getPackageName()))
                            || NAMED.contains(type.getName())
                            || SERVICES.contains(type.getName())
                            || SPOKEN.contains(type.getName())
                            // Thymeleaf makes one for each page.
                            || type.isAssignableTo("org.thymeleaf.engine.ITemplateHandler")
                            || type.getMethods().stream()
                                    .anyMatch(method ->
                                            method.getName().equals("main") || CALLED.contains(method.getName()));
                    events.add(new SimpleConditionEvent(
                            type, needed, type.getName() + " is public and used in its package only"));
                }
            };

    /** Not one that gives its bean another name, an end or a condition, or picks one of several constructors. */
    private static final ArchCondition<JavaMethod> SAY_MORE_THAN_A_CONSTRUCTOR =
            new ArchCondition<>("say more than a constructor") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    JavaClass made = method.getRawReturnType();
                    boolean plain = method.getMethodCallsFromSelf().isEmpty()
                            && method.getFieldAccesses().isEmpty()
                            && method.getConstructorCallsFromSelf().stream()
                                    .map(call -> call.getTargetOwner())
                                    .toList()
                                    .equals(List.of(made))
                            && made.getConstructors().size() == 1
                            && types(method)
                                    .equals(types(
                                            made.getConstructors().iterator().next()))
                            && method.getName().equals(StringUtils.uncapitalizeAsProperty(made.getSimpleName()))
                            && method.getAnnotations().size() == 1
                            && method.getAnnotationOfType(Bean.class)
                                    .destroyMethod()
                                    .equals(INFERRED)
                            && method.getParameters().stream()
                                    .allMatch(one -> one.getAnnotations().isEmpty());
                    events.add(new SimpleConditionEvent(
                            method, !plain, method.getFullName() + " only hands beans to a constructor"));
                }
            };

    private static List<String> types(JavaCodeUnit unit) {
        return unit.getRawParameterTypes().stream()
                .map(JavaClass::getName)
                .sorted()
                .toList();
    }

    /** Types in the public signatures of public types, which could not be called without them. */
    private static final Set<String> SPOKEN = Project.classes().stream()
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .flatMap(type -> type.getCodeUnits().stream())
            .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
            .flatMap(unit -> Stream.concat(
                    unit.getAllInvolvedRawTypes().stream(),
                    unit.getExceptionTypes().stream().map(JavaType::toErasure)))
            .map(type -> type.getBaseComponentType().getName())
            .collect(Collectors.toSet());

    /** Methods that routes call, which Camel can only do when their types are public. */
    private static final Set<String> CALLED = found("routes", ".yaml", "method: ([A-Za-z]+)");

    /** Types that tests and benchmarks of other packages import. */
    private static final Set<String> NAMED = found("src", ".java", "(?m)^import (az[.]dost[.]vahid[.][A-Za-z.]+);");

    /** Types that ServiceLoader finds, which it can only when they are public. */
    private static final Set<String> SERVICES = Checkout.folders("main/resources/META-INF/services").stream()
            .flatMap(folder -> found(folder.toString(), "", "(?m)^([A-Za-z.]+)$").stream())
            .collect(Collectors.toSet());

    private static Set<String> found(String folder, String end, String pattern) {
        return Project.files(folder, end).stream()
                .flatMap(file ->
                        Pattern.compile(pattern).matcher(Project.text(file)).results())
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    @Test
    void no_source_outside_the_mocks_names_an_agency_so_that_number_21_needs_no_java() {
        Pattern ids = Pattern.compile(
                "\"(" + Project.agencies().stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")\"");
        for (Path file : Project.sources()) {
            if (!file.startsWith("src/demo/main/java/az/dost/vahid/mock")) {
                Matcher found = ids.matcher(Project.text(file));
                assertThat(found.find())
                        .as("%s names the agency %s", file, found.reset().find() ? found.group() : "")
                        .isFalse();
            }
        }
    }

    @Test
    void settings_of_one_group_come_typed_in_a_record_and_not_one_by_one() {
        Pattern value = Pattern.compile("@Value\\(\"\\$\\{(vahid[.][\\w-]+)[.]([\\w.-]+)");
        for (Path file : Project.sources()) {
            assertThat(value.matcher(Project.text(file))
                            .results()
                            .collect(Collectors.groupingBy(
                                    one -> one.group(1), Collectors.mapping(one -> one.group(2), Collectors.toSet())))
                            .values())
                    .as("settings of one group in %s, which has no record of them", file)
                    .allMatch(names -> names.size() == 1);
        }
    }

    /** It would be 0, false or null at every gateway, without a word. */
    @Test
    void what_a_record_of_settings_asks_for_is_a_setting() throws IOException {
        Set<String> settings = new TreeSet<>(Set.of(
                "vahid.demo.fin", "vahid.demo.token", "vahid.demo.quarter", "vahid.bulk.drops", "vahid.spdci.senders"));
        new YamlPropertySourceLoader()
                .load("defaults", new ClassPathResource("application.yaml"))
                .forEach(source -> settings.addAll(List.of(((EnumerablePropertySource<?>) source).getPropertyNames())));
        List<JavaClass> records = Project.classes().stream()
                .filter(type -> type.isAnnotatedWith(ConfigurationProperties.class))
                .toList();
        assertThat(records).hasSizeGreaterThan(15);
        records.forEach(type -> components(
                        type.getAnnotationOfType(ConfigurationProperties.class).value(), type.reflect())
                .forEach(name -> assertThat(settings)
                        .as("%s of %s", name, type.getSimpleName())
                        .anyMatch(setting -> (setting + ".").startsWith(name + "."))));
    }

    private static Stream<String> components(String prefix, Class<?> settings) {
        return Stream.of(settings.getDeclaredConstructors()[0].getParameters()).flatMap(one -> {
            Name named = one.getAnnotation(Name.class);
            String name =
                    prefix + "." + (named == null ? DataObjectPropertyName.toDashedForm(one.getName()) : named.value());
            return one.getType().isRecord() ? components(name, one.getType()) : Stream.of(name);
        });
    }

    @Test
    void every_configuration_leaves_its_methods_alone() {
        assertThat(Project.sources())
                .as("proxies hide what is called")
                .noneMatch(file -> Pattern.compile("(?m)^@Configuration$")
                        .matcher(Project.text(file))
                        .find());
    }

    @Test
    void the_classes_checked_are_those_of_the_sources() {
        assertThat(Project.classes().stream()
                        .filter(type ->
                                type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                        .count())
                .isGreaterThan(Project.sources().size() * 9L / 10);
    }
}
