package az.dost.vahid.check;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.command.Failures;
import az.dost.vahid.json.Json;
import az.dost.vahid.json.Literal;
import az.dost.vahid.kit.ConnectorCommand;
import az.dost.vahid.logging.PlainText;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/**
 * Names of a contract that would be a mapping's code, YAML, Markdown, a place to fill in, or what a terminal obeys: by
 * every reader they are quoted or refused, and no command prints one as it is.
 */
@Tag("attack")
class HostileNamesTest {
    private static final List<String> NAMES = List.of(
            "x\n\"subject\": \"5ZZ5ZZ5\", //",
            "x\" , \"subject\": error(\"boom\"), \"y",
            "x\\",
            "x\nabsence: conclusive",
            "- {place: a, is: b}",
            "x\": {}, proof: {kind: tls",
            "a | b ` c\n# title",
            "{fin}",
            "$person",
            "if",
            "../../x",
            "</Cavab>",
            "\u001b[31mred\u001b[0m",
            "\u009b31mred",
            "\u001b]0;title\u0007",
            "evil\u202emoc",
            "\u2066x\u2069",
            "x\u2028y\u2029z",
            "\u0000",
            "\ud83d\ude00",
            "&amp; <b>");

    /**
     * How a contract of each kind has such a name: of fields, of operations, among the values of a list, as an example.
     */
    private enum Form {
        CSV("isciler_20261120.csv") {
            @Override
            String text(String name) {
                return "FIN;\"" + name.replace("\"", "\"\"") + "\";SOYAD;AD\n7QK2M9P;K-17;Soyadov;Ad\n";
            }
        },
        SAMPLE("reply.json") {
            @Override
            String text(String name) {
                String quoted = Literal.of(name);
                return "{\"fin\": \"7QK2M9P\", \"surname\": \"Soyadov\", \"firstName\": \"Ad\", " + quoted + ": {"
                        + quoted + ": \"K-17\", \"list\": [{" + quoted + ": 12}]}}";
            }
        },
        OPENAPI("register.openapi.yaml") {
            @Override
            String text(String name) {
                String quoted = Literal.of(name);
                return """
                        {"openapi": "3.0.3", "info": {"title": %1$s, "version": "1"}, "paths": {"/ask": {"post": {"operationId": %1$s,
                          "requestBody": {"content": {"application/json": {"schema": {"type": "object", "properties": {"fin": {"type": "string"},
                            "note": {"type": "string", "example": %1$s}, "kind": {"enum": [%1$s, "B"]}}}}}},
                          "responses": {"200": {"description": "ok", "content": {"application/json": {"schema": {"type": "object", "properties": {"fin": {"type": "string"},
                            "surname": {"type": "string"}, "firstName": {"type": "string"}, "state": {"enum": [%1$s, "B"]},
                            %1$s: {"type": "object", "properties": {%1$s: {"type": "string"}}}}}}}}}}}}}
                        """.formatted(quoted);
            }
        },
        QUESTION("question.openapi.yaml") {
            @Override
            String text(String name) {
                String quoted = Literal.of(name);
                return """
                        {"openapi": "3.0.3", "info": {"title": "x", "version": "1"}, "paths": {"/ask": {"post": {
                          "requestBody": {"content": {"application/x-www-form-urlencoded": {"schema": {"type": "object", "properties": {"fin": {"type": "string"}, %1$s: {"type": "string"}}}}}},
                          "responses": {"200": {"description": "ok", "content": {"application/json": {"schema": {"type": "object", "properties": {"fin": {"type": "string"}}}}}}}}}}}
                        """.formatted(quoted);
            }
        },
        ADDRESS("address.openapi.yaml") {
            @Override
            String text(String name) {
                String quoted = Literal.of(name);
                return """
                        {"openapi": "3.0.3", "info": {"title": "x", "version": "1"}, "paths": {"/ask": {"get": {"operationId": "ask",
                          "parameters": [{"name": "fin", "in": "query", "required": true, "schema": {"type": "string"}},
                            {"name": %1$s, "in": "query", "required": true, "schema": {"type": "string"}},
                            {"name": "kind", "in": "query", "required": true, "schema": {"type": "string", "enum": [%1$s, "B"]}}],
                          "responses": {"200": {"description": "ok", "content": {"application/json": {"schema": {"type": "object", "properties": {"fin": {"type": "string"}, "surname": {"type": "string"}}}}}}}}}}}
                        """.formatted(quoted);
            }
        },
        XML("xml.openapi.yaml") {
            @Override
            String text(String name) {
                String quoted = Literal.of(name);
                return """
                        {"openapi": "3.0.3", "info": {"title": "x", "version": "1"}, "paths": {"/ask": {"post": {
                          "requestBody": {"content": {"application/xml": {"schema": {"type": "object", "properties": {"fin": {"type": "string"}, %1$s: {"type": "string"}}}}}},
                          "responses": {"200": {"description": "ok", "content": {"application/xml": {"schema": {"type": "object", "properties": {"fin": {"type": "string"}, %1$s: {"type": "string"}}}}}}}}}}}
                        """.formatted(quoted);
            }
        },
        WSDL("register.wsdl") {
            @Override
            String text(String name) {
                StringBuilder escaped = new StringBuilder();
                name.codePoints().forEach(c -> escaped.append("&#").append(c).append(';'));
                return """
                        <w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/" xmlns:s="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                            xmlns:t="urn:t" targetNamespace="urn:t"><w:types><xs:schema targetNamespace="urn:t" elementFormDefault="qualified">
                          <xs:element name="Ask"><xs:complexType><xs:sequence><xs:element name="fin" type="xs:string"/></xs:sequence></xs:complexType></xs:element>
                          <xs:element name="Answer"><xs:complexType><xs:sequence><xs:element name="fin" type="xs:string"/><xs:element name="surname" type="xs:string"/>
                            <xs:element name="state"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="%1$s"/><xs:enumeration value="B"/></xs:restriction></xs:simpleType></xs:element>
                          </xs:sequence></xs:complexType></xs:element></xs:schema></w:types>
                          <w:message name="Ask"><w:part name="p" element="t:Ask"/></w:message><w:message name="Answer"><w:part name="p" element="t:Answer"/></w:message>
                          <w:portType name="P"><w:operation name="Find"><w:input message="t:Ask"/><w:output message="t:Answer"/></w:operation></w:portType>
                          <w:binding name="B" type="t:P"><s:binding transport="http://schemas.xmlsoap.org/soap/http"/><w:operation name="Find"><s:operation soapAction="%1$s"/>
                            <w:input><s:body use="literal"/></w:input><w:output><s:body use="literal"/></w:output></w:operation></w:binding></w:definitions>
                        """.formatted(escaped);
            }
        };

        private final String file;

        Form(String file) {
            this.file = file;
        }

        abstract String text(String name);
    }

    private record Said(int code, String text) {}

    @TempDir
    private Path desk;

    static Stream<Arguments> contracts() {
        List<Arguments> contracts = new ArrayList<>();
        for (Form form : Form.values()) {
            for (int i = 0; i < NAMES.size(); i++) {
                contracts.add(Arguments.of(form, i));
            }
        }
        return contracts.stream();
    }

    private static Said vahid(String... arguments) {
        StringWriter said = new StringWriter();
        Failures failures = new Failures(text -> text);
        CommandLine command = new CommandLine(new ConnectorCommand())
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures);
        command.setOut(new PrintWriter(said, true)).setErr(new PrintWriter(said, true));
        return new Said(command.execute(arguments), said.toString());
    }

    @ParameterizedTest(name = "{0}: name {1}")
    @MethodSource("contracts")
    void a_hostile_name_is_quoted_or_refused(Form form, int which) throws IOException {
        Path contract = Files.writeString(desk.resolve(form.file), form.text(NAMES.get(which)));
        String connectors = desk.resolve("connectors").toString();
        quiet(vahid("new", "--list", "--from", contract.toString()));
        quiet(vahid("new", "--list", "--json", "--from", contract.toString()));
        Said made = vahid("new", "hostile", "--from", contract.toString(), "--connectors", connectors);
        quiet(made);
        if (made.code != 0) {
            assertThat(made.text).doesNotContain("\tat ", "Exception").isNotBlank();
            return;
        }
        Path folder = desk.resolve("connectors/hostile");
        written(folder);
        Said checked = vahid("check", "hostile", "--connectors", connectors);
        quiet(checked);
        assertThat(checked.text.lines().filter(line -> line.contains(": error: ")))
                .allMatch(line -> line.contains("guessed that ")
                        || line.contains("gives no FIN as subject")
                        || line.contains("call.finInAddress"));
        for (String json : List.of("check", "confirm")) {
            quiet(vahid(json, "hostile", "--json", "--connectors", connectors));
        }
        quiet(vahid("confirm", "hostile", "--all", "--by", "A person", "--connectors", connectors));
        quiet(vahid("diff", "hostile", "--against", contract.toString(), "--connectors", connectors));
    }

    private static void quiet(Said said) {
        assertThat(said.text.codePoints().filter(c -> c != '\n' && c != '\r' && c != '\t'))
                .as(said.text)
                .noneMatch(PlainText::acts);
    }

    /**
     * Nothing in the folder does anything but what a draft does; the agency's own contract and a row with its head stay
     * as they are.
     */
    private static void written(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().matches("contract\\.(?!md).*|row\\.csv"))
                    .toList()) {
                String text = Files.readString(file, StandardCharsets.UTF_8);
                assertThat(text.codePoints().filter(c -> c != '\n' && c != '\r'))
                        .as(file + ": " + text)
                        .noneMatch(PlainText::acts);
            }
        }
        JsonNode descriptor = Json.yaml().readTree(Files.readString(folder.resolve("connector.yaml")));
        assertThat(descriptor.path("absence").asText()).isEqualTo("inconclusive");
        assertThat(descriptor.path("id").asText()).isEqualTo("hostile");
        JsonNode expected = Json.mapper().readTree(Files.readString(folder.resolve("samples/found/expected.json")));
        assertThat(expected.path("subject").asText()).isNotEqualTo("5ZZ5ZZ5");
        assertThat(expected.fieldNames())
                .toIterable()
                .isSubsetOf("subject", "asOf", "requestId", "facts", "unmappable");
    }
}
