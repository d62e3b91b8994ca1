package az.dost.vahid.kit;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.command.Failures;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;

/** Contracts in several folders, schemas alone, and operations that only a word or a discriminator tells apart. */
class ContractKindsTest {
    private static final Path WSDL = Path.of("src/kit/test/resources/kit/wsdl/root-folder");
    private static final String ASKED =
            "requestBody: {required: true, content: {application/json: {schema: {type: object, properties: {personalNumber: {type: string}}}}}}";
    private static final String FOUND =
            "responses: {'200': {description: d, content: {application/json: {schema: {type: object, properties: {personalNumber: {type: string}, surname: {type: string}, givenName: {type: string}}}}}}}";
    private static final String XSD = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:r="urn:r" targetNamespace="urn:r" elementFormDefault="qualified">
              <xs:element name="CompanyRequest"><xs:complexType><xs:sequence><xs:element name="code" type="xs:string"/></xs:sequence></xs:complexType></xs:element>
              <xs:element name="PersonRequest"><xs:complexType><xs:sequence><xs:element name="fin" type="xs:string"/></xs:sequence></xs:complexType></xs:element>
              <xs:element name="PersonResponse"><xs:complexType><xs:sequence><xs:element name="fin" type="xs:string"/><xs:element name="surname" type="xs:string"/>
                <xs:element name="givenName" type="xs:string"/></xs:sequence></xs:complexType></xs:element>
              <xs:element name="Persons"><xs:complexType><xs:sequence><xs:element name="made" type="xs:date"/>
                <xs:element name="person" maxOccurs="unbounded"><xs:complexType><xs:sequence><xs:element name="fin" type="xs:string"/>
                  <xs:element name="surname" type="xs:string"/></xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>
            </xs:schema>
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
        if (!all.contains("--list")) {
            all.addAll(List.of("--connectors", desk.resolve("connectors").toString()));
        }
        return new Said(command.execute(all.toArray(String[]::new)), said.toString());
    }

    private Path api(String paths) throws IOException {
        return Files.writeString(
                desk.resolve("api.yaml"), "openapi: 3.0.3\ninfo: {title: R, version: '1'}\npaths:\n" + paths);
    }

    private Path file(String name, String text) throws IOException {
        Files.createDirectories(desk.resolve(name).getParent());
        return Files.writeString(desk.resolve(name), text);
    }

    private Path connector(String name) {
        return desk.resolve("connectors").resolve(name);
    }

    // ---- At once, or later

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "one of two of a name | /search | /sync/search | `` | /sync/search is the same at once",
                "named so | /search/async | /search/person | `` | its name says that it is asynchronous",
                "named so in its id | /a | /b | `operationId: searchAsync, ` | its name says that it is asynchronous",
                "with callbacks | /a | /b | `callbacks: {found: {}}, ` | names callbacks",
            })
    void an_operation_that_answers_at_once_goes_before_one_that_answers_later(
            String how, String later, String atOnce, String said, String why) throws IOException {
        Path api = api("  " + later + ": {post: {" + (said == null ? "" : said) + ASKED + ", " + FOUND + "}}\n  "
                + atOnce + ": {post: {" + ASKED + ", " + FOUND + "}}\n");
        Said listed = vahid("new", "--list", "--from", api.toString());
        assertThat(listed.text()).containsSubsequence("  " + atOnce + "\n", "  " + later + "\n", "answers later: ");
        assertThat(listed.text()).contains(why);
        Said made = vahid("new", "register", "--from", api.toString());
        assertThat(made.text()).contains("operation/" + atOnce + " is operation");
        assertThat(vahid("new", "later", "--from", api.toString(), "--operation", later)
                        .text())
                .contains("note: what comes back may not be the answer");
    }

    // ---- Told apart by a discriminator

    @Test
    void questions_that_a_discriminator_tells_apart_are_listed_each_and_not_together() {
        Said listed =
                vahid("new", "--list", "--from", "src/kit/test/resources/kit/public/brp/source/personen.openapi.yaml");
        assertThat(listed.text())
                .contains("  /personen#RaadpleegMetBurgerservicenummer\n", "  /personen#ZoekMetPostcodeEnHuisnummer\n")
                .doesNotContain("  /personen\n");
    }

    // ---- In several folders

    @Test
    void an_api_that_refers_to_files_beside_its_own_folder_is_drafted_and_compared_by_its_root() throws IOException {
        file(
                "contract/common/person.yaml",
                "type: object\nproperties: {personalNumber: {type: string}, surname: {$ref: './names.yaml#/surname'}}\n");
        file("contract/common/names.yaml", "surname: {type: string}\n");
        String api = "openapi: 3.0.3\ninfo: {title: R, version: '1'}\npaths:\n  /find: {post: {" + ASKED
                + ", responses: {'200': {description: d, content: {application/json: {schema: {$ref: '../common/person.yaml'}}}}}}}\n";
        Path from = file("contract/api/register.yaml", api);
        assertThat(vahid("new", "register", "--from", from.toString()).text())
                .contains("outside the contract's folder");
        Path root = desk.resolve("contract");
        Said made = vahid("new", "register", "--from", from.toString(), "--root", root.toString());
        assertThat(made.code()).as(made.text()).isZero();
        assertThat(connector("register").resolve("contract.openapi.yaml"))
                .content()
                .contains("'common/person.yaml'");
        assertThat(connector("register").resolve("common/names.yaml")).exists();
        assertThat(vahid("check", "register").text())
                .doesNotContain("contract.openapi.yaml:")
                .doesNotContain("refers to");
        vahid("confirm", "register", "--all", "--by", "L. Quliyeva");
        Said same = vahid("diff", "register", "--against", from.toString(), "--root", root.toString());
        assertThat(same.text()).contains("0 of 0 changes");
        file("contract/common/names.yaml", "surname: {type: integer}\n");
        Said changed = vahid("diff", "register", "--all", "--against", from.toString(), "--root", root.toString());
        assertThat(changed.text()).contains("/surname was a text and is a whole number");
        assertThat(vahid("diff", "register", "--against", from.toString()).code())
                .isEqualTo(1);
    }

    @Test
    void a_wsdl_of_several_folders_or_of_an_archive_is_compared_whole() throws IOException {
        Path next = desk.resolve("next");
        FileSystemUtils.copyRecursively(WSDL, next);
        Path from = next.resolve("wsdl/service.wsdl");
        assertThat(vahid("new", "register", "--from", from.toString(), "--root", next.toString())
                        .code())
                .isZero();
        vahid("confirm", "register", "--all", "--by", "L. Quliyeva");
        assertThat(vahid("diff", "register", "--against", from.toString(), "--root", next.toString())
                        .text())
                .contains("0 of 0 changes");
        Path types = next.resolve("common/types.xsd");
        Files.writeString(types, Files.readString(types).replace("name=\"surname\"", "name=\"familyName\""));
        Said changed = vahid("diff", "register", "--all", "--against", from.toString(), "--root", next.toString());
        assertThat(changed.text()).contains("surname is no longer there", "familyName is new");
        Path archive = desk.resolve("next.zip");
        zip(next, archive);
        assertThat(vahid("diff", "register", "--all", "--against", archive + "/wsdl/service.wsdl")
                        .text())
                .isEqualTo(changed.text());
        assertThat(vahid(
                        "diff",
                        "register",
                        "--against",
                        from.toString(),
                        "--root",
                        desk.resolve("connectors").toString()))
                .satisfies(said -> assertThat(said.code()).isEqualTo(1))
                .satisfies(said -> assertThat(said.text()).contains("does not lie in the root"));
    }

    private static void zip(Path folder, Path archive) throws IOException {
        try (OutputStream out = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(out);
                var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
            }
        }
    }

    // ---- A schema alone

    @Test
    void a_schema_alone_becomes_a_question_and_its_answer() throws IOException {
        Path xsd = file("register.xsd", XSD);
        assertThat(vahid("new", "--list", "--from", xsd.toString()).text())
                .containsSubsequence("  PersonResponse\n", "asks about the person in request/fin");
        Said made = vahid("new", "register", "--from", xsd.toString(), "--operation", "PersonResponse");
        assertThat(made.code()).as(made.text()).isZero();
        assertThat(made.text())
                .contains("note: PersonRequest is drafted as the question to which PersonResponse is the answer");
        assertThat(connector("register").resolve("request.xml"))
                .content()
                .contains("<PersonRequest xmlns=\"urn:r\">", "{fin}");
        assertThat(connector("register").resolve("contract.xsd")).content().isEqualTo(XSD);
        Said checked = vahid("check", "register");
        assertThat(checked.text().lines().filter(line -> line.contains(": error: ") && !line.contains("guessed that ")))
                .isEmpty();
        vahid("confirm", "register", "--all", "--by", "L. Quliyeva");
        assertThat(vahid("check", "register").text()).contains("0 errors");
        Path next = file("next.xsd", XSD.replace("name=\"surname\"", "name=\"familyName\""));
        Said changed = vahid("diff", "register", "--against", next.toString());
        assertThat(changed.text()).contains("breaks: /surname is no longer there");
        assertThat(changed.code()).isEqualTo(3);
    }

    @Test
    void a_schema_of_files_becomes_rows() throws IOException {
        Path xsd = file("register.xsd", XSD);
        Said made = vahid("new", "register", "--drop", "--from", xsd.toString(), "--operation", "Persons");
        assertThat(made.code()).as(made.text()).isZero();
        assertThat(connector("register").resolve("connector.yaml"))
                .content()
                .contains("protocol: file", "rows: Persons", "row: person");
        assertThat(connector("register").resolve("samples/found/row.xml"))
                .content()
                .contains("<surname>");
        assertThat(vahid("check", "register")
                        .text()
                        .lines()
                        .filter(line -> line.contains(": error: ") && !line.contains("guessed that ")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:complexType name='A'/></xs:schema> | has types alone",
                "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element name='A' type='xs:string'/></xs:schema> | is one value, and no answer about a person",
                "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:include schemaLocation='b.xsd'/></xs:schema> | imports what is not there",
                "<xs:schema | is not well-formed",
            })
    void a_schema_of_which_nothing_can_be_made_is_refused_in_words(String xsd, String told) throws IOException {
        Said made = vahid("new", "register", "--from", file("bad.xsd", xsd).toString());
        assertThat(made.code()).isEqualTo(1);
        assertThat(made.text()).contains(told);
        assertThat(connector("register")).doesNotExist();
    }
}
