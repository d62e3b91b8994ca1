package az.dost.vahid.kit.diff;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.kit.ConnectorCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/**
 * Whatever a mapping reads is compared, however deep and nameless its type; and what cannot be compared is said, by the
 * exit code, too.
 */
class NestedDiffTest {
    private static final String API = """
            openapi: 3.0.3
            info: {title: Register, version: '1'}
            servers: [{url: 'https://register.example/api'}]
            paths:
              /persons:
                post:
                  operationId: find
                  requestBody: {content: {application/json: {schema: {type: object, required: [fin], properties: {fin: {type: string}}}}}}
                  responses:
                    '200':
                      description: found
                      content: {application/json: {schema: {type: object, properties: {fin: {type: string}, more: MORE}}}}
            components:
              schemas:
                Person: {type: object, properties: {name: {type: string}, parent: {$ref: '#/components/schemas/Person'}}}
            """;
    private static final String WSDL = """
            <definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:s="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:t="urn:r" targetNamespace="urn:r" name="R">
              <types><xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:r" elementFormDefault="qualified">
                <xs:element name="Find"><xs:complexType><xs:sequence><xs:element name="fin" type="xs:string"/></xs:sequence></xs:complexType></xs:element>
                <xs:element name="Found"><xs:complexType><xs:sequence><xs:element name="fin" type="xs:string"/>MORE</xs:sequence></xs:complexType></xs:element>
                <xs:complexType name="Person"><xs:sequence><xs:element name="name" type="xs:string"/><xs:element name="parent" type="t:Person" minOccurs="0"/></xs:sequence></xs:complexType>
                <xs:complexType name="Base"><xs:sequence><xs:element name="in"><xs:complexType><xs:sequence><xs:element name="deep" type="xs:string"/></xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType>
              </xs:schema></types>
              <message name="In"><part name="p" element="t:Find"/></message>
              <message name="Out"><part name="p" element="t:Found"/></message>
              <portType name="P"><operation name="Find"><input message="t:In"/><output message="t:Out"/></operation></portType>
              <binding name="B" type="t:P"><s:binding transport="http://schemas.xmlsoap.org/soap/http"/>
                <operation name="Find"><s:operation soapAction="urn:find"/><input><s:body use="literal"/></input><output><s:body use="literal"/></output></operation></binding>
              <service name="S"><port name="A" binding="t:B"><s:address location="https://register.example/soap"/></port></service>
            </definitions>
            """;
    private static final String ENVELOPE =
            "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body><Found xmlns='urn:r'><fin>5AB1CD2</fin>MORE</Found></e:Body></e:Envelope>";

    @TempDir
    private Path place;

    private record Said(int code, String text) {}

    private Said vahid(String... arguments) {
        StringWriter said = new StringWriter();
        CommandLine command = new CommandLine(new ConnectorCommand());
        command.setOut(new PrintWriter(said, true)).setErr(new PrintWriter(said, true));
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--connectors", place.resolve("connectors").toString()));
        return new Said(command.execute(all.toArray(String[]::new)), said.toString());
    }

    private Said diff(String contract, String ending, String reply, String read, String changed) throws IOException {
        Path from = Files.writeString(place.resolve("register." + ending), contract);
        Said made = vahid("new", "asker", "--from", from.toString());
        assertThat(made.code()).as(made.text()).isZero();
        Path connector = place.resolve("connectors/asker");
        Files.writeString(
                connector.resolve("mapping.jslt"),
                "{\"subject\": .fin, \"facts\": {\"identity\": {\"surname\": " + read + "}}}");
        Files.writeString(
                connector.resolve(ending.equals("wsdl") ? "samples/found/reply.xml" : "samples/found/reply.json"),
                reply);
        Path next = Files.writeString(place.resolve("next." + ending), changed);
        return vahid("diff", "asker", "--against", next.toString());
    }

    private static void broken(Said said, String path) {
        assertThat(said.text()).contains("breaks: " + path + " is no longer there");
        assertThat(said.code()).isEqualTo(3);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "one object in another | {type: object, properties: {a: {type: object, properties: {b: {type: object, properties: {old: {type: string}}}}}}} | {\"a\": {\"b\": {\"old\": \"x\"}}} | .more.a.b.old | /more/a/b/old",
                "lists of lists | {type: array, items: {type: array, items: {type: object, properties: {old: {type: string}}}}} | [[{\"old\": \"x\"}]] | .more[0][0].old | /more/old",
                "one of several | {oneOf: [{type: object, properties: {old: {type: string}}}, {type: object, properties: {b: {type: string}}}]} | {\"old\": \"x\"} | .more.old | /more/old",
                "any of several in all of them | {allOf: [{anyOf: [{type: object, properties: {a: {type: object, properties: {old: {type: string}}}}}, {type: object, properties: {b: {type: string}}}]}]} | {\"a\": {\"old\": \"x\"}} | .more.a.old | /more/a/old",
                "names that are data | {type: object, additionalProperties: {type: object, properties: {old: {type: string}}}} | {\"2026\": {\"old\": \"x\"}} | .more.\"2026\".old | /more/*/old",
            })
    void a_renamed_field_of_an_object_without_a_name_breaks(
            String what, String schema, String reply, String read, String path) throws IOException {
        String contract = API.replace("MORE", schema);
        broken(
                diff(
                        contract,
                        "yaml",
                        "{\"fin\": \"5AB1CD2\", \"more\": " + reply + "}",
                        read,
                        contract.replace("old:", "new:")),
                path);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "one type in another | <xs:element name=\"a\"><xs:complexType><xs:sequence><xs:element name=\"b\"><xs:complexType><xs:sequence><xs:element name=\"old\" type=\"xs:string\"/></xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element> | <a><b><old>x</old></b></a> | .a.b.old | /a/b/old",
                "the second of two | <xs:element name=\"a\"><xs:complexType><xs:sequence><xs:element name=\"b\" type=\"xs:string\"/></xs:sequence></xs:complexType></xs:element><xs:element name=\"c\"><xs:complexType><xs:sequence><xs:element name=\"old\" type=\"xs:string\"/></xs:sequence></xs:complexType></xs:element> | <a><b>y</b></a><c><old>x</old></c> | .c.old | /c/old",
                "in a choice | <xs:choice><xs:element name=\"a\"><xs:complexType><xs:choice><xs:element name=\"b\"><xs:complexType><xs:sequence><xs:element name=\"old\" type=\"xs:string\"/></xs:sequence></xs:complexType></xs:element><xs:element name=\"c\" type=\"xs:string\"/></xs:choice></xs:complexType></xs:element><xs:element name=\"d\" type=\"xs:string\"/></xs:choice> | <a><b><old>x</old></b></a> | .a.b.old | /a/b/old",
                "a list of lists | <xs:element name=\"a\" maxOccurs=\"unbounded\"><xs:complexType><xs:sequence><xs:element name=\"b\" maxOccurs=\"unbounded\"><xs:complexType><xs:sequence><xs:element name=\"old\" type=\"xs:string\"/></xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element> | <a><b><old>x</old></b><b><old>y</old></b></a><a><b><old>z</old></b><b><old>z</old></b></a> | .a[0].b[0].old | /a/b/old",
                "an attribute | <xs:element name=\"a\"><xs:complexType><xs:sequence><xs:element name=\"b\"><xs:complexType><xs:simpleContent><xs:extension base=\"xs:string\"><xs:attribute name=\"old\"/></xs:extension></xs:simpleContent></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element> | <a><b old=\"x\">y</b></a> | .a.b.\"@old\" | /a/b/@old",
                "of an extension | <xs:element name=\"a\"><xs:complexType><xs:complexContent><xs:extension base=\"t:Base\"><xs:sequence><xs:element name=\"b\"><xs:complexType><xs:sequence><xs:element name=\"old\" type=\"xs:string\"/></xs:sequence></xs:complexType></xs:element></xs:sequence></xs:extension></xs:complexContent></xs:complexType></xs:element> | <a><in><deep>y</deep></in><b><old>x</old></b></a> | .a.b.old | /a/b/old",
            })
    void a_renamed_element_of_a_type_without_a_name_breaks(
            String what, String schema, String reply, String read, String path) throws IOException {
        String contract = WSDL.replace("MORE", schema);
        broken(
                diff(
                        contract,
                        "wsdl",
                        ENVELOPE.replace("MORE", reply),
                        read,
                        contract.replace("name=\"old\"", "name=\"new\"")),
                path);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "yaml | {$ref: '#/components/schemas/Person'} | {\"name\": \"a\", \"parent\": {\"name\": \"b\", \"parent\": {\"name\": \"c\"}}} | .more.parent.parent.name | {name: { | {called: { | /more/name",
                "wsdl | <xs:element name=\"more\" type=\"t:Person\"/> | <more><name>a</name><parent><name>b</name><parent><name>c</name></parent></parent></more> | .more.parent.parent.name | name=\"name\" | name=\"called\" | /more/name",
            })
    void a_type_within_itself_is_compared_at_every_depth(
            String ending, String schema, String reply, String read, String from, String to, String path)
            throws IOException {
        String contract = (ending.equals("wsdl") ? WSDL : API).replace("MORE", schema);
        broken(
                diff(
                        contract,
                        ending,
                        ending.equals("wsdl")
                                ? ENVELOPE.replace("MORE", reply)
                                : "{\"fin\": \"5AB1CD2\", \"more\": " + reply + "}",
                        read,
                        contract.replace(from, to)),
                path);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "yaml | {type: object} | {\"x\": \"1\"} | .more.x | /more/x",
                "wsdl | <xs:element name=\"more\"><xs:complexType><xs:sequence><xs:any processContents=\"lax\"/></xs:sequence></xs:complexType></xs:element> | <more><x>1</x></more> | .more.x | /more/x",
            })
    void what_is_read_and_not_described_is_said_and_is_no_success(
            String ending, String schema, String reply, String read, String path) throws IOException {
        String contract = (ending.equals("wsdl") ? WSDL : API).replace("MORE", schema);
        Said said = diff(
                contract,
                ending,
                ending.equals("wsdl")
                        ? ENVELOPE.replace("MORE", reply)
                        : "{\"fin\": \"5AB1CD2\", \"more\": " + reply + "}",
                read,
                contract);
        assertThat(said.text()).contains("unknown: " + path + " is read");
        assertThat(said.code()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"kind: renamed, name: kind, name: sort", "kind: another list, '[PERSON, CAR]', '[HUMAN, CAR]'"})
    void what_stands_in_the_address_is_compared(String what, String from, String to) throws IOException {
        String contract = """
                openapi: 3.0.3
                info: {title: Register, version: '1'}
                servers: [{url: 'https://register.example/api'}]
                paths:
                  /persons:
                    get:
                      operationId: find
                      parameters:
                      - {name: fin, in: query, required: true, schema: {type: string}}
                      - {name: kind, in: query, schema: {type: string, enum: [PERSON, CAR]}}
                      responses:
                        '200':
                          description: found
                          content: {application/json: {schema: {type: object, properties: {fin: {type: string}, surname: {type: string}}}}}
                """;
        Path register = Files.writeString(place.resolve("register.yaml"), contract);
        assertThat(vahid("new", "asker", "--from", register.toString()).code()).isZero();
        Path descriptor = place.resolve("connectors/asker/connector.yaml");
        Files.writeString(
                descriptor,
                Files.readString(descriptor)
                        .replace("query: {fin: \"{fin}\"}", "query: {fin: \"{fin}\", kind: PERSON}")
                        .replace("finInAddress: \"\"", "finInAddress: It has no other operation."));
        assertThat(Files.readString(descriptor)).contains("kind: PERSON");
        Path next = Files.writeString(place.resolve("next.yaml"), contract.replace(from, to));
        Said said = vahid("diff", "asker", "--against", next.toString());
        assertThat(said.text()).contains("kind");
        assertThat(said.code()).isEqualTo(3);
    }
}
