package az.dost.vahid.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import az.dost.vahid.command.Failures;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/**
 * A folder or a contract of somebody who wants what he may not read: whatever the kit is told to do with it, nothing of
 * what a link leads to is printed or written, and the link is named.
 */
@Tag("attack")
@EnabledOnOs({OS.LINUX, OS.MAC})
class HostileFolderTest {
    private static final String SECRET = "TOPSECRET4711";
    private static final Path SAMPLES = Path.of("src/kit/test/resources/kit/samples");
    private static final Duration LONGEST = Duration.ofSeconds(60);

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
                      content: {application/json: {schema: {$ref: 'REFERENCE'}}}
            """;
    private static final String PERSON = """
            Person:
              type: object
              properties: {fin: {type: string}, surname: {type: string}, firstName: {type: string}, birthDate: {type: string, format: date}}
            """;
    private static final String WSDL = """
            <definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:s="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:t="urn:r" targetNamespace="urn:r" name="R">
              <types><xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:r" elementFormDefault="qualified">
                <xs:include schemaLocation="REFERENCE"/></xs:schema></types>
              <message name="In"><part name="p" element="t:Find"/></message>
              <message name="Out"><part name="p" element="t:Found"/></message>
              <portType name="P"><operation name="Find"><input message="t:In"/><output message="t:Out"/></operation></portType>
              <binding name="B" type="t:P"><s:binding transport="http://schemas.xmlsoap.org/soap/http"/>
                <operation name="Find"><s:operation soapAction="urn:find"/><input><s:body use="literal"/></input><output><s:body use="literal"/></output></operation></binding>
              <service name="S"><port name="A" binding="t:B"><s:address location="https://register.example/soap"/></port></service>
            </definitions>
            """;
    private static final String TYPES = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:r" elementFormDefault="qualified">
              <xs:element name="Find"><xs:complexType><xs:sequence><xs:element name="fin" type="xs:string"/></xs:sequence></xs:complexType></xs:element>
              <xs:element name="Found"><xs:complexType><xs:sequence><xs:element name="fin" type="xs:string"/>
                <xs:element name="surname" type="xs:string"/><xs:element name="firstName" type="xs:string"/></xs:sequence></xs:complexType></xs:element>
            </xs:schema>
            """;

    @TempDir
    Path place;

    private Path secrets;
    private Path source;
    private Path connectors;

    /** In which way a file is not what it seems to be. */
    enum Kind {
        LINK("is a symbolic link") {
            @Override
            void put(Path secret, Path file) throws IOException {
                Files.createSymbolicLink(file, secret);
            }
        },
        RELATIVE_LINK("is a symbolic link") {
            @Override
            void put(Path secret, Path file) throws IOException {
                Files.createSymbolicLink(file, file.getParent().relativize(secret));
            }
        },
        LINK_TO_A_LINK("is a symbolic link") {
            @Override
            void put(Path secret, Path file) throws IOException {
                Path between = Files.createSymbolicLink(file.resolveSibling(".innocent"), secret);
                Files.createSymbolicLink(file, between.getFileName());
            }
        },
        LINK_TO_NOTHING("is a symbolic link") {
            @Override
            void put(Path secret, Path file) throws IOException {
                Files.createSymbolicLink(file, secret.resolveSibling("nothing"));
            }
        },
        SECOND_NAME("has a second name") {
            @Override
            void put(Path secret, Path file) throws IOException {
                Files.createLink(file, secret);
            }
        },
        PIPE("is no plain file") {
            @Override
            void put(Path secret, Path file) throws Exception {
                assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor())
                        .isZero();
            }
        },
        HUGE("is longer than") {
            @Override
            void put(Path secret, Path file) throws IOException {
                try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
                    sparse.setLength(20L << 30);
                }
            }
        };

        final String said;

        Kind(String said) {
            this.said = said;
        }

        /** @param secret that somebody wants; @param file that is not there */
        abstract void put(Path secret, Path file) throws Exception;
    }

    private record Said(int code, String text) {}

    private Said vahid(String... arguments) {
        StringWriter said = new StringWriter();
        CommandLine command = new CommandLine(new ConnectorCommand());
        Failures failures = new Failures(message -> message);
        command.setExecutionExceptionHandler(failures).setParameterExceptionHandler(failures);
        command.setOut(new PrintWriter(said, true)).setErr(new PrintWriter(said, true));
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--connectors", connectors.toString()));
        return assertTimeoutPreemptively(
                LONGEST, () -> new Said(command.execute(all.toArray(String[]::new)), said.toString()));
    }

    @BeforeEach
    void desk() throws IOException {
        secrets = Files.createDirectory(place.resolve("secrets"));
        Path desk = Files.createDirectory(place.resolve("desk"));
        connectors = Files.createDirectory(desk.resolve("connectors"));
        source = Files.createDirectories(desk.resolve("source/parts")).getParent();
    }

    private void written(String id, String from) {
        Said said = vahid("new", id, "--from", source.resolve(from).toString());
        assertThat(said.code()).as(said.text()).isZero();
    }

    /** Three agencies as the kit drafts them: one by JSON, one by OpenAPI of two files, one by a WSDL of two. */
    private Path drafted(String id) throws IOException {
        Files.copy(SAMPLES.resolve("cars.json"), source.resolve("cars.json"));
        Files.writeString(source.resolve("api.openapi.yaml"), API.replace("REFERENCE", "parts/person.yaml#/Person"));
        Files.writeString(source.resolve("parts/person.yaml"), PERSON);
        Files.writeString(source.resolve("soap.wsdl"), WSDL.replace("REFERENCE", "types.xsd"));
        Files.writeString(source.resolve("types.xsd"), TYPES);
        written(
                id,
                switch (id) {
                    case "cars" -> "cars.json";
                    case "rulings" -> "api.openapi.yaml";
                    default -> "soap.wsdl";
                });
        return connectors.resolve(id);
    }

    /** The file moves to where only its owner may read, and has the secret in it where that does not spoil its form. */
    private Path hidden(Path file) throws IOException {
        Path secret = secrets.resolve(file.getFileName().toString());
        String text = Files.isRegularFile(file) ? Files.readString(file) : "";
        String name = file.getFileName().toString();
        Files.writeString(
                secret,
                name.startsWith("connector")
                        ? text + SECRET + ": " + SECRET + "\n"
                        : name.matches(".*\\.ya?ml")
                                ? text + "\nx-note: " + SECRET + "\n"
                                : name.matches(".*\\.(wsdl|xsd)")
                                        ? text + "<!-- " + SECRET + " -->\n"
                                        : SECRET + " " + text);
        Files.deleteIfExists(file);
        return secret;
    }

    private void nothingIsOut(Said said) throws IOException {
        assertThat(said.text()).doesNotContain(SECRET).doesNotContain("Exception");
        try (Stream<Path> all = Files.walk(place.resolve("desk"))) {
            for (Path file : all.filter(one -> Files.isRegularFile(one, LinkOption.NOFOLLOW_LINKS))
                    .filter(one -> one.toFile().length() < 1 << 20)
                    .toList()) {
                if (!second(file)) {
                    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .as("%s", file)
                            .doesNotContain(SECRET);
                }
            }
        }
    }

    /** What the attacker himself put there. */
    private static boolean second(Path file) throws IOException {
        return (Integer) Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS) > 1;
    }

    private static final List<String> FILES = List.of(
            "cars/connector.yaml",
            "cars/mapping.jslt",
            "cars/request.json",
            "cars/contract.md",
            "cars/samples/found/reply.json",
            "cars/samples/found/expected.json",
            "people/samples/found/parts/photo.jpg",
            "cars/notes.txt",
            "rulings/contract.openapi.yaml",
            "rulings/parts/person.yaml",
            "people/contract.wsdl",
            "people/types.xsd",
            "people/samples/found/reply.xml");

    static Stream<Arguments> files() {
        return FILES.stream().flatMap(file -> Arrays.stream(Kind.values()).map(kind -> Arguments.of(file, kind)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("files")
    void the_check_names_what_it_does_not_open(String file, Kind kind) throws Exception {
        drafted(file.substring(0, file.indexOf('/')));
        Path target = connectors.resolve(file);
        Files.createDirectories(target.getParent());
        kind.put(hidden(target), target);
        Said said = vahid("check");
        nothingIsOut(said);
        assertThat(said.text()).contains(target.getFileName().toString()).contains(kind.said);
        assertThat(said.code()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "cars, samples",
        "cars, samples/found",
        "people, samples/found/parts",
        "rulings, parts",
        "people, samples/found",
    })
    void a_folder_that_is_a_link_is_not_gone_into(String id, String folder) throws Exception {
        Path target = drafted(id).resolve(folder);
        Path moved = secrets.resolve("folder");
        if (Files.exists(target)) {
            Files.move(target, moved);
        } else {
            Files.createDirectory(moved);
            Files.writeString(moved.resolve("photo.jpg"), SECRET);
        }
        Files.createSymbolicLink(target, moved);
        Said said = vahid("check", "--accept", "--overwrite");
        nothingIsOut(said);
        assertThat(said.text()).contains(folder).contains("is a symbolic link");
        assertThat(said.code()).isEqualTo(1);
        try (Stream<Path> left = Files.walk(moved)) {
            assertThat(left.filter(one -> one.toString().contains("draft"))).isEmpty();
        }
    }

    static Stream<Arguments> commands() {
        List<String> asked = List.of(
                "cars/connector.yaml",
                "cars/mapping.jslt",
                "cars/request.json",
                "cars/samples/found/reply.json",
                "cars/samples/found/expected.json");
        List<String> compared = List.of(
                "cars/connector.yaml",
                "cars/mapping.jslt",
                "rulings/contract.openapi.yaml",
                "rulings/parts/person.yaml",
                "people/contract.wsdl",
                "people/types.xsd");
        List<String> accepted =
                List.of("cars/samples/found/reply.json", "cars/samples/found/expected.json", "cars/mapping.jslt");
        return Stream.of(
                        asked.stream().map(file -> Arguments.of("mock ID --port 0 --keys KEYS", file)),
                        asked.stream().map(file -> Arguments.of("certify ID --keys KEYS --out OUT --seconds 1", file)),
                        Stream.of("cars/connector.yaml", "cars/mapping.jslt", "cars/request.json")
                                .map(file -> Arguments.of(
                                        "try ID --fin 5AB1CD2 --endpoint http://localhost:9 --keys KEYS", file)),
                        Stream.of("cars/connector.yaml", "cars/mapping.jslt", "cars/contract.md")
                                .map(file -> Arguments.of("record ID --from GOOD", file)),
                        Stream.of("cars/connector.yaml")
                                .map(file -> Arguments.of("confirm ID --all --by Nobody", file)),
                        accepted.stream().map(file -> Arguments.of("check --accept --overwrite", file)),
                        compared.stream().map(file -> Arguments.of("diff ID --against GOOD", file)))
                .flatMap(each -> each);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("commands")
    void no_command_gives_out_what_a_link_of_the_folder_leads_to(String command, String file) throws Exception {
        String id = file.substring(0, file.indexOf('/'));
        drafted(id);
        Path good = source.resolve(
                id.equals("cars") ? "cars.json" : id.equals("people") ? "soap.wsdl" : "api.openapi.yaml");
        Path target = connectors.resolve(file);
        Kind.LINK.put(hidden(target), target);
        Said said = vahid(command.replace("ID", id)
                .replace("KEYS", place.resolve("desk/keys").toString())
                .replace("OUT", place.resolve("desk/out").toString())
                .replace("GOOD", good.toString())
                .split(" "));
        nothingIsOut(said);
        assertThat(said.code()).as(said.text()).isNotZero();
    }

    /** How a contract says where its other file is; FILE is that of {@code parts}, ROOT the folder of secrets. */
    static Stream<Arguments> references() {
        return Stream.of("api.openapi.yaml", "soap.wsdl", "soap.wsdl --root DESK")
                .flatMap(contract -> Stream.concat(
                        Stream.of("parts/FILE", "./parts/../parts/FILE", "FILE")
                                .flatMap(reference -> Arrays.stream(Kind.values())
                                        .map(kind -> Arguments.of(contract, reference, kind))),
                        Stream.of(
                                        "../../secrets/FILE",
                                        "%2e%2e/%2e%2e/secrets/FILE",
                                        "parts/../../../secrets/FILE",
                                        "ROOT/FILE",
                                        "file://ROOT/FILE",
                                        "file:ROOT/FILE",
                                        "linked/FILE",
                                        "parts/linked/FILE",
                                        "/dev/stdin",
                                        "/dev/zero")
                                .map(reference -> Arguments.of(contract, reference, null))));
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @MethodSource("references")
    void a_draft_has_nothing_of_what_a_contract_may_not_refer_to(String contract, String reference, Kind kind)
            throws Exception {
        boolean wsdl = contract.startsWith("soap");
        String file = wsdl ? "types.xsd" : "person.yaml";
        String written = reference.replace("FILE", file).replace("ROOT", secrets.toString());
        String name = contract.split(" ")[0];
        Files.writeString(
                source.resolve(name), (wsdl ? WSDL : API).replace("REFERENCE", written + (wsdl ? "" : "#/Person")));
        Path visible = source.resolve(file);
        Files.writeString(visible, wsdl ? TYPES : PERSON);
        Path secret = hidden(visible);
        Files.createSymbolicLink(source.resolve("linked"), secrets);
        Files.createSymbolicLink(source.resolve("parts/linked"), secrets);
        if (kind != null) {
            Path target = source.resolve(written).normalize();
            kind.put(secret, target);
        }
        List<String> arguments = new ArrayList<>(
                List.of("new", "hostile", "--from", source.resolve(name).toString()));
        if (contract.contains("--root")) {
            arguments.addAll(List.of("--root", place.resolve("desk").toString()));
        }
        Said said = vahid(arguments.toArray(String[]::new));
        nothingIsOut(said);
        assertThat(said.text()).contains(name + ":").contains(written);
        if (kind != null) {
            assertThat(said.text()).contains(kind.said);
        }
        assertThat(said.code()).as(said.text()).isEqualTo(1);
        assertThat(connectors).isEmptyDirectory();
        assertThat(vahid("new", "--list", "--from", source.resolve(name).toString())
                        .text())
                .doesNotContain(SECRET);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("given")
    void a_file_that_is_named_itself_is_no_link(String command, Kind kind) throws Exception {
        drafted("rulings");
        String name = command.replaceFirst(".*@", "");
        Path target = source.resolve("hostile-" + name);
        Path good = source.resolve(name);
        if (!Files.exists(good)) {
            Files.writeString(good, "FIN;SOYAD;AD\n7QK2M9P;Soyadov;Ad\n");
        }
        kind.put(hidden(good), target);
        Said said = vahid(command.replaceFirst("@.*", target.toString()).split(" "));
        nothingIsOut(said);
        assertThat(said.text()).contains(target.getFileName().toString()).contains(kind.said);
        assertThat(said.code()).isNotZero();
        assertThat(connectors.resolve("hostile")).doesNotExist();
    }

    static Stream<Arguments> given() {
        return Stream.of(
                        "new hostile --from @api.openapi.yaml",
                        "new hostile --from @soap.wsdl",
                        "new hostile --from @cars.json",
                        "new hostile --from @rows.csv",
                        "new hostile --from @rows.dat",
                        "new hostile --from @contract.zip",
                        "diff rulings --against @api.openapi.yaml",
                        "record rulings --from @cars.json")
                .flatMap(command -> Stream.of(Kind.LINK, Kind.SECOND_NAME, Kind.PIPE, Kind.HUGE)
                        .map(kind -> Arguments.of(command, kind)));
    }

    @Test
    void the_way_to_the_folder_may_be_a_link() throws Exception {
        drafted("rulings");
        Path link = Files.createSymbolicLink(place.resolve("link"), place.resolve("desk"));
        connectors = link.resolve("connectors");
        Said said = vahid("check");
        assertThat(said.code()).as(said.text()).isZero();
        assertThat(vahid(
                                "new",
                                "other",
                                "--from",
                                link.resolve("source/soap.wsdl").toString())
                        .code())
                .isZero();
        assertThat(vahid(
                                "new",
                                "third",
                                "--root",
                                link.resolve("source").toString(),
                                "--from",
                                link.resolve("source/soap.wsdl").toString())
                        .code())
                .isZero();
    }

    @Test
    void what_is_accepted_is_not_written_through_a_link() throws Exception {
        Path sample = drafted("cars").resolve("samples/found");
        Path victim = Files.writeString(secrets.resolve("authorized_keys"), SECRET);
        Files.createSymbolicLink(sample.resolve(".expected.json.draft"), victim);
        Files.delete(sample.resolve("expected.json"));
        Said said = vahid("check", "--accept");
        nothingIsOut(said);
        assertThat(victim).hasContent(SECRET);
        assertThat(sample.resolve("expected.json")).isRegularFile();
    }
}
