package az.dost.vahid.kit.draft;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.check.Kit;
import az.dost.vahid.command.Failures;
import az.dost.vahid.json.Json;
import az.dost.vahid.kit.ConnectorCommand;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/**
 * Which operation of a contract asks about a person is told with a score and reasons, whatever kind of contract it is.
 */
class OperationsTest {
    @TempDir
    private Path desk;

    private Path wsdl;

    @BeforeEach
    void aContractOfManyOperations() throws IOException {
        wsdl = Files.writeString(
                desk.resolve("register.wsdl"),
                wsdl(Map.of(
                        "updatePerson", List.of("ssn firstName lastName", "firstName lastName dateOfBirth"),
                        "findCompany", List.of("companyCode", "companyName city"),
                        "pohiandmed", List.of("kood", "eesnimi perenimi"),
                        "getPerson", List.of("ssn", "firstName lastName dateOfBirth dateOfDeath"))));
    }

    /** Of each operation, its name, and the names of the fields of its question and of its answer. */
    private static String wsdl(Map<String, List<String>> operations) {
        StringBuilder types = new StringBuilder();
        StringBuilder messages = new StringBuilder();
        StringBuilder port = new StringBuilder();
        StringBuilder binding = new StringBuilder();
        operations.keySet().stream().sorted().forEach(name -> {
            for (int side = 0; side < 2; side++) {
                String element = name + (side == 0 ? "Ask" : "Answer");
                types.append("<xs:element name='")
                        .append(element)
                        .append("'><xs:complexType><xs:sequence>")
                        .append(List.of(operations.get(name).get(side).split(" ")).stream()
                                .map(field -> "<xs:element name='" + field + "' type='"
                                        + (field.startsWith("date") ? "xs:date" : "xs:string") + "'/>")
                                .collect(Collectors.joining()))
                        .append("</xs:sequence></xs:complexType></xs:element>\n");
                messages.append("<w:message name='")
                        .append(element)
                        .append("'><w:part name='p' element='t:")
                        .append(element)
                        .append("'/></w:message>\n");
            }
            port.append("<w:operation name='")
                    .append(name)
                    .append("'><w:input message='t:")
                    .append(name)
                    .append("Ask'/><w:output message='t:")
                    .append(name)
                    .append("Answer'/></w:operation>\n");
            binding.append("<w:operation name='")
                    .append(name)
                    .append("'><s:operation soapAction='urn:")
                    .append(name)
                    .append(
                            "'/><w:input><s:body use='literal'/></w:input><w:output><s:body use='literal'/></w:output></w:operation>\n");
        });
        return "<w:definitions xmlns:w='http://schemas.xmlsoap.org/wsdl/' xmlns:s='http://schemas.xmlsoap.org/wsdl/soap/' xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:t='urn:t'"
                + " targetNamespace='urn:t'><w:types><xs:schema targetNamespace='urn:t' elementFormDefault='qualified'>\n"
                + types + "</xs:schema></w:types>\n" + messages
                + "<w:portType name='P'>" + port
                + "</w:portType>\n<w:binding name='B' type='t:P'><s:binding style='document' transport='http://schemas.xmlsoap.org/soap/http'/>"
                + binding
                + "</w:binding></w:definitions>\n";
    }

    private List<Operations.Offer> offers(String... facts) {
        return new Operations(wsdl, null, false, List.of(facts), Kit.facts()).offers();
    }

    private Operations.Offer offer(String name, String... facts) {
        return offers(facts).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String vahid(int code, String... arguments) {
        StringWriter said = new StringWriter();
        Failures failures = new Failures(text -> text);
        CommandLine command = new CommandLine(new ConnectorCommand())
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures);
        command.setOut(new PrintWriter(said, true)).setErr(new PrintWriter(said, true));
        assertThat(command.execute(arguments)).as(said.toString()).isEqualTo(code);
        return said.toString();
    }

    @Test
    void a_question_about_a_person_comes_first_and_says_why() {
        Operations.Offer first = offers().get(0);
        assertThat(first.name()).isEqualTo("getPerson");
        assertThat(first.facts()).contains("identity");
        assertThat(String.join("\n", first.why()))
                .contains(
                        "asks about the person in request/ssn, known: 'ssn' (English)",
                        "firstName is givenName, 'first name' (English)",
                        "reads: 'get' (English)");
    }

    @Test
    void what_changes_something_is_no_question_whatever_it_answers() {
        assertThat(offer("updatePerson").score()).isLessThanOrEqualTo(10);
        assertThat(offer("updatePerson").why()).contains("changes something: 'update' (English)");
    }

    @ParameterizedTest
    @CsvSource({
        "deletePerson, Persons, true",
        "personOne, Delete a person from the register, true",
        "getPerson, Delete nothing, false",
        "personOne, Persons, false"
    })
    void an_api_says_by_other_names_than_its_path_that_it_changes_something(String id, String summary, boolean changes)
            throws IOException {
        Path api = Files.writeString(desk.resolve("people.yaml"), """
                openapi: 3.0.3
                info: {title: People, version: "1"}
                paths:
                  /persons:
                    post:
                      operationId: %s
                      summary: %s
                      requestBody:
                        content:
                          application/json:
                            schema: {type: object, properties: {personalNumber: {type: string}}}
                      responses:
                        "200":
                          description: A person
                          content:
                            application/json:
                              schema: {type: object, properties: {personalNumber: {type: string}, surname: {type: string}}}
                """.formatted(id, summary));
        assertThat(vahid(0, "new", "--list", "--from", api.toString()).contains("changes something: 'delete'"))
                .isEqualTo(changes);
        String made = vahid(
                0,
                "new",
                "people",
                "--from",
                api.toString(),
                "--connectors",
                desk.resolve("made").toString());
        assertThat(made.contains("the operation seems to change something ('delete' (English))"))
                .isEqualTo(changes);
    }

    @Test
    void a_place_that_is_only_guessed_is_told_as_such() {
        assertThat(offer("pohiandmed").why())
                .anyMatch(why -> why.startsWith(
                        "asks about the person in request/kood, guessed: no name is like that of a personal number"));
        assertThat(offer("pohiandmed").facts()).contains("identity");
        assertThat(offer("findCompany").score()).isLessThan(offer("getPerson").score());
    }

    @Test
    void facts_that_are_wanted_and_not_there_are_told() {
        assertThat(offer("getPerson", "identity", "livestock").why()).contains("has nothing like livestock");
        assertThat(offer("getPerson", "identity").score())
                .isGreaterThan(offer("getPerson", "identity", "livestock").score());
        assertThat(offers("livestock")).allMatch(offer -> offer.facts().isEmpty());
    }

    @Test
    void the_operation_that_a_draft_takes_by_itself_is_a_guess_unless_no_other_will_do() throws IOException {
        assertThat(new Draft("people", wsdl, null, false, Kit.facts()).guesses())
                .filteredOn(guess -> guess.is().equals("operation"))
                .singleElement()
                .satisfies(guess -> assertThat(guess.place()).isEqualTo("operation/getPerson"))
                .satisfies(guess -> assertThat(guess.known()).isFalse());
        assertThat(new Draft("people", wsdl, "getPerson", false, Kit.facts()).guesses())
                .noneMatch(guess -> guess.is().equals("operation"));
        Path clear = Files.writeString(
                desk.resolve("clear.wsdl"),
                wsdl(Map.of(
                        "getPerson", List.of("ssn", "firstName lastName"), "updatePerson", List.of("ssn", "done"))));
        assertThat(new Draft("people", clear, null, false, Kit.facts()).guesses())
                .filteredOn(guess -> guess.is().equals("operation"))
                .allMatch(Guess::known);
    }

    @Test
    void the_command_lists_for_people_and_for_machines_and_writes_nothing() throws IOException {
        assertThat(vahid(0, "new", "--list", "--from", wsdl.toString()))
                .contains("  getPerson\n", "changes something", "4 operations")
                .doesNotContain("Wrote");
        JsonNode told = Json.mapper()
                .readTree(vahid(0, "new", "--list", "--json", "--facts", "identity,death", "--from", wsdl.toString()));
        assertThat(told.at("/operations/0/operation").asText()).isEqualTo("getPerson");
        assertThat(told.at("/operations/0/score").asInt()).isBetween(50, 100);
        assertThat(told.at("/operations/0/why").size()).isPositive();
        assertThat(vahid(2, "new", "--list", "--facts", "identiti", "--from", wsdl.toString()))
                .contains("did you mean identity?");
        assertThat(vahid(2, "new", "--from", wsdl.toString())).contains("--list");
    }

    @Test
    void a_sample_is_one_operation() throws IOException {
        Path rows = Files.writeString(desk.resolve("rows_20261120.csv"), "FIN;SOYAD;AD\n7QK2M9P;Soyadov;Ad\n");
        assertThat(vahid(0, "new", "--list", "--from", rows.toString()))
                .contains("(the sample)", "is about the person in row/FIN, known", "gives identity", "1 operation;");
    }
}
