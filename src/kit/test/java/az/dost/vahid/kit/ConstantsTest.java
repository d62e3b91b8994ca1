package az.dost.vahid.kit;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.command.Failures;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/**
 * What a draft sends as in an example is nobody's own yet: it is told, check names it, certify refuses it, and a person
 * confirms it or puts it right.
 */
class ConstantsTest {
    private static final String API = """
            openapi: 3.0.3
            info: {title: Registry, version: '1'}
            servers: [{url: 'https://registry.example/v1'}]
            paths:
              /data/{registry}/{version}/read:
                post:
                  operationId: read
                  parameters:
                  - {name: registry, in: path, required: true, schema: {type: string}}
                  - {name: version, in: path, required: true, schema: {type: string, enum: ['1.4']}}
                  - {name: Client, in: header, required: true, schema: {type: string}, example: ns/gov/90000009/registries}
                  - {name: 'kinds[]', in: query, required: true, schema: {type: string, enum: [all, living]}}
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema:
                          type: object
                          required: [query, purpose]
                          properties:
                            query:
                              type: object
                              required: [content]
                              properties:
                                content:
                                  type: object
                                  properties:
                                    personalNumber: {type: string}
                                    firstName: {type: string, example: John Helmut}
                                    confirmed: {type: boolean}
                            purpose: {type: string, enum: [CARE]}
                            requestId: {type: string}
                  responses:
                    '200':
                      description: found
                      content: {application/json: {schema: {type: object, properties: {personalNumber: {type: string}, surname: {type: string}}}}}
            """;
    private static final String WSDL = """
            <definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:s="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:t="urn:r" targetNamespace="urn:r" name="R">
              <types><xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:r" elementFormDefault="qualified">
                <xs:element name="Find"><xs:complexType><xs:sequence>
                  <xs:element name="fin" type="xs:string"/><xs:element name="office" type="xs:string"/>
                  <xs:element name="language" type="xs:string" fixed="az"/>
                </xs:sequence><xs:attribute name="mode" type="t:Mode" use="required"/></xs:complexType></xs:element>
                <xs:simpleType name="Mode"><xs:restriction base="xs:string"><xs:enumeration value="TEST"/><xs:enumeration value="LIVE"/></xs:restriction></xs:simpleType>
                <xs:element name="Caller"><xs:complexType><xs:sequence><xs:element name="system" type="xs:string"/><xs:element name="password" type="xs:string"/></xs:sequence></xs:complexType></xs:element>
                <xs:element name="Found"><xs:complexType><xs:sequence><xs:element name="fin" type="xs:string"/><xs:element name="surname" type="xs:string"/></xs:sequence></xs:complexType></xs:element>
              </xs:schema></types>
              <message name="In"><part name="p" element="t:Find"/><part name="h" element="t:Caller"/></message>
              <message name="Out"><part name="p" element="t:Found"/></message>
              <portType name="P"><operation name="Find"><input message="t:In"/><output message="t:Out"/></operation></portType>
              <binding name="B" type="t:P"><s:binding transport="http://schemas.xmlsoap.org/soap/http"/>
                <operation name="Find"><s:operation soapAction="urn:find"/><input><s:header message="t:In" part="h" use="literal"/><s:body parts="p" use="literal"/></input>
                <output><s:body use="literal"/></output></operation></binding>
              <service name="S"><port name="A" binding="t:B"><s:address location="https://register.example/soap"/></port></service>
            </definitions>
            """;

    @TempDir
    private Path desk;

    private record Said(int code, String text) {}

    private Said vahid(String... arguments) {
        StringWriter said = new StringWriter();
        Failures failures = new Failures(text -> text);
        CommandLine command = new CommandLine(new ConnectorCommand())
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures);
        command.setOut(new PrintWriter(said, true)).setErr(new PrintWriter(said, true));
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--connectors", desk.resolve("connectors").toString()));
        return new Said(command.execute(all.toArray(String[]::new)), said.toString());
    }

    private Said made(String ending) throws IOException {
        Path contract = Files.writeString(desk.resolve("contract." + ending), ending.equals("wsdl") ? WSDL : API);
        Said made = ending.equals("wsdl")
                ? vahid("new", "registry", "--from", contract.toString())
                : vahid("new", "registry", "--from", contract.toString(), "--operation", "read");
        assertThat(made.code()).as(made.text()).isZero();
        return made;
    }

    private Path descriptor() {
        return desk.resolve("connectors/registry/connector.yaml");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "yaml | request/query/content/firstName | \"John Helmut\" is only an example",
                "yaml | request/query/content/confirmed | \"true\" is only an example",
                "yaml | call/path/registry | \"text\" is only an example",
                "yaml | call/headers/Client | \"ns/gov/90000009/registries\" is only an example",
                "yaml | call/query/kinds[] | \"all\" is the first that the contract allows, and others are living",
                "wsdl | request/office | \"text\" is only an example",
                "wsdl | request/@mode | \"TEST\" is the first that the contract allows, and others are LIVE",
                "wsdl | header/Caller/system | \"text\" is only an example",
            })
    void a_constant_of_an_example_is_an_open_guess_until_somebody_confirms_it(String ending, String place, String why)
            throws IOException {
        assertThat(made(ending).text()).contains("guessed: " + place + " is constant: " + why);
        Said checked = vahid("check", "registry");
        assertThat(checked.code()).isEqualTo(1);
        assertThat(checked.text()).contains("error: guessed that " + place + " is constant");
        vahid("confirm", "registry", place, "--by", "L. Quliyeva");
        assertThat(Files.readString(descriptor())).contains("{place: \"" + place + "\", is: \"constant\", by: ");
        assertThat(vahid("check", "registry").text())
                .doesNotContain("guessed that " + place)
                .doesNotContain("confirmed that " + place);
    }

    @ParameterizedTest
    @CsvSource({"yaml, call/path/version", "yaml, request/purpose", "wsdl, request/language"})
    void what_the_contract_lets_be_one_value_alone_is_known(String ending, String place) throws IOException {
        Said made = made(ending);
        assertThat(made.text()).contains("known: " + place + " is constant: the contract lets it be nothing else than");
        assertThat(Files.readString(descriptor())).doesNotContain("\"" + place + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "yaml, personalNumber is constant",
        "yaml, requestId is constant",
        "wsdl, request/fin is constant",
        "wsdl, password is constant"
    })
    void what_the_gateway_fills_in_or_a_setting_holds_is_no_constant(String ending, String none) throws IOException {
        assertThat(made(ending).text()).doesNotContain(none);
    }

    @Test
    void no_certificate_is_written_over_an_open_constant() throws IOException {
        made("yaml");
        // All is decided but one.
        List<String> lines = Files.readAllLines(descriptor());
        lines.removeIf(line -> line.contains("{place: ") && !line.contains("firstName"));
        Files.writeString(
                descriptor(),
                String.join("\n", lines).replace("finInAddress: \"\"", "finInAddress: No other place.") + "\n");
        Said certified = vahid(
                "certify",
                "registry",
                "--keys",
                desk.resolve("keys").toString(),
                "--out",
                desk.resolve("out").toString());
        assertThat(certified.code()).isEqualTo(1);
        assertThat(certified.text())
                .contains("FAILED   check")
                .contains("guessed that request/query/content/firstName is constant");
        assertThat(Files.readString(desk.resolve("out/registry.json"))).contains("\"result\" : \"FAILED\"");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "yaml | request/query/content/firstName | request.json | \"firstName\" | \"givenName\" | request.json has no such place",
                "yaml | request/query/content/firstName | request.json | \"John Helmut\" | \"{fin}\" | request.json has a place to fill in there",
                "yaml | call/headers/Client | connector.yaml | headers: {Client: | headers: {Clients: | the call has nothing there",
                "wsdl | header/Caller/system | header.xml | system> | systems> | header.xml has no such place",
            })
    void a_constant_that_was_confirmed_and_is_no_longer_there_is_told(
            String ending, String place, String file, String from, String to, String told) throws IOException {
        made(ending);
        vahid("confirm", "registry", "--all", "--by", "L. Quliyeva");
        Path edited = desk.resolve("connectors/registry").resolve(file);
        assertThat(Files.readString(edited)).contains(from);
        Files.writeString(edited, Files.readString(edited).replace(from, to));
        assertThat(vahid("check", "registry").text()).contains("confirmed that " + place + " is constant, but " + told);
    }
}
