package az.dost.vahid.sources.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.mock.kit.Credential;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.xml.security.algorithms.MessageDigestAlgorithm;
import org.apache.xml.security.signature.XMLSignature;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that somebody made on purpose: archives, documents and signatures that are not what they seem. */
class HostileFilesTest {
    private static final String ROW =
            "<Herbci><FIN>1AAAAAA</FIN><Xidmet baslama=\"01.02.2010\" bitme=\"01.08.2011\" nov=\"MHX\"/></Herbci>";
    private static final String FALSE_ROW = ROW.replace("1AAAAAA", "9AAAAAA");
    private static final String LINE = "{\"fin\":\"1AAAAAA\"}\n";

    @TempDir
    static Path folder;

    private static DropBench bench;
    private static TestGateway gateway;

    @BeforeAll
    static void start() throws Exception {
        bench = new DropBench(folder);
        gateway = bench.gateway();
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
    }

    private static Arguments zip(String name, Reason reason, Function<Credential, byte[]> archive) {
        return Arguments.of(name, reason, archive);
    }

    private static Arguments xml(String name, Reason reason, Function<String, String> change) {
        return zip(
                name,
                reason,
                signer -> TestSignatures.zip(change.apply(signed(signer)).getBytes(StandardCharsets.UTF_8)));
    }

    private static String signed(Credential signer) {
        return new String(TestSignatures.xml(ROW, signer), StandardCharsets.UTF_8);
    }

    private static String signature(String xml) {
        return xml.substring(
                xml.indexOf("<ds:Signature "), xml.indexOf("</ds:Signature>") + "</ds:Signature>".length());
    }

    private static String rows(String xml) {
        return xml.substring(xml.indexOf("<Qeydler"), xml.indexOf("</Qeydler>") + "</Qeydler>".length());
    }

    static Stream<Arguments> archives() {
        return Stream.of(
                zip("no archive", Reason.MALFORMED, signer -> TestSignatures.xml(ROW, signer)),
                zip("an archive cut short", Reason.MALFORMED, signer -> {
                    byte[] whole = TestSignatures.zip(TestSignatures.xml(ROW, signer));
                    return java.util.Arrays.copyOf(whole, whole.length / 2);
                }),
                zip(
                        "two entries",
                        Reason.MALFORMED,
                        signer -> TestSignatures.zip(List.of(
                                new TestSignatures.Entry("a.xml", TestSignatures.xml(ROW, signer)),
                                new TestSignatures.Entry("b.xml", new byte[1])))),
                zip(
                        "an entry that climbs out",
                        Reason.MALFORMED,
                        signer -> TestSignatures.zip(List.of(new TestSignatures.Entry(
                                "../../../tmp/climbed.xml", TestSignatures.xml(ROW, signer))))),
                zip(
                        "an entry with an absolute path",
                        Reason.MALFORMED,
                        signer -> TestSignatures.zip(List.of(
                                new TestSignatures.Entry("/tmp/climbed.xml", TestSignatures.xml(ROW, signer))))),
                zip(
                        "a bomb of spaces",
                        Reason.MALFORMED,
                        signer -> TestSignatures.zip(
                                ("<HerbiUcot>" + " ".repeat(40 << 20)).getBytes(StandardCharsets.US_ASCII))),
                zip(
                        "a bomb of comments",
                        Reason.TOO_LONG,
                        signer -> TestSignatures.zip(("<HerbiUcot>" + "<!--======================-->".repeat(2 << 20))
                                .getBytes(StandardCharsets.US_ASCII))),
                zip(
                        "an archive within an archive",
                        Reason.MALFORMED,
                        signer -> TestSignatures.zip(TestSignatures.zip(TestSignatures.xml(ROW, signer)))));
    }

    static Stream<Arguments> documents() {
        return Stream.of(
                xml("a document type", Reason.MALFORMED, xml -> "<!DOCTYPE HerbiUcot>" + xml),
                xml(
                        "an external entity",
                        Reason.MALFORMED,
                        xml -> "<!DOCTYPE HerbiUcot [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                                + xml.replace("1AAAAAA", "&e;")),
                xml(
                        "a billion laughs",
                        Reason.MALFORMED,
                        xml -> "<!DOCTYPE HerbiUcot [<!ENTITY a \"aaaaaaaaaa\">"
                                + "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>" + xml.replace("1AAAAAA", "&b;")),
                xml("a processing instruction", Reason.MALFORMED, xml -> xml.replace("<Herbci>", "<?php x?><Herbci>")),
                xml("a document cut short", Reason.MALFORMED, xml -> xml.substring(0, xml.indexOf("</Qeydler>"))),
                xml("no signature", Reason.SIGNATURE_MISSING, xml -> xml.replace(signature(xml), "")),
                xml(
                        "a signature after the rows",
                        Reason.SIGNATURE_MISSING,
                        xml -> xml.replace(signature(xml), "").replace("</Qeydler>", "</Qeydler>" + signature(xml))),
                xml(
                        "two signatures",
                        Reason.SIGNATURE_NOT_ALLOWED,
                        xml -> xml.replace(signature(xml), signature(xml) + signature(xml))),
                xml("a changed row", Reason.SIGNATURE_INVALID, xml -> xml.replace("01.02.2010", "01.02.2000")),
                xml("a row more", Reason.SIGNATURE_INVALID, xml -> xml.replace("</Qeydler>", FALSE_ROW + "</Qeydler>")),
                xml(
                        "a changed digest",
                        Reason.SIGNATURE_INVALID,
                        xml -> xml.replaceFirst("DigestValue>....", "DigestValue>AAAA")),
                xml(
                        "a changed signature value",
                        Reason.SIGNATURE_INVALID,
                        xml -> xml.replaceFirst("SignatureValue>\\s*....", "SignatureValue>AAAA")),
                xml(
                        "rows of another Id before those signed",
                        Reason.SIGNATURE_INCOMPLETE,
                        xml -> xml.replace("<Qeydler", "<Qeydler Id=\"q2\">" + FALSE_ROW + "</Qeydler><Qeydler")),
                xml(
                        "rows of another Id after those signed",
                        Reason.SIGNATURE_INCOMPLETE,
                        xml -> xml.replace("</Qeydler>", "</Qeydler><Qeydler Id=\"q2\">" + FALSE_ROW + "</Qeydler>")),
                xml(
                        "rows of the same Id after those signed",
                        Reason.SIGNATURE_INCOMPLETE,
                        xml -> xml.replace("</Qeydler>", "</Qeydler><Qeydler Id=\"q1\">" + FALSE_ROW + "</Qeydler>")),
                xml(
                        "the signed rows hidden in an envelope",
                        Reason.SIGNATURE_INVALID,
                        xml -> xml.replace(
                                rows(xml),
                                "<Zerf>" + rows(xml).replace("Qeydler", "Kohne") + "</Zerf><Qeydler Id=\"q2\">"
                                        + FALSE_ROW + "</Qeydler>")),
                xml("the signed element before false rows of its Id", Reason.SIGNATURE_INCOMPLETE, xml -> {
                    String moved = "<Zerf>" + rows(xml).replace("Qeydler", "Kohne") + "</Zerf>";
                    return xml.replace(rows(xml), "<Qeydler Id=\"q1\">" + FALSE_ROW + "</Qeydler>")
                            .replace("<ds:Signature ", moved + "<ds:Signature ");
                }),
                xml(
                        "the signed element after false rows of its Id",
                        Reason.SIGNATURE_INVALID,
                        xml -> xml.replace(
                                rows(xml),
                                "<Qeydler Id=\"q1\">" + FALSE_ROW + "</Qeydler><Zerf>"
                                        + rows(xml).replace("Qeydler", "Kohne") + "</Zerf>")),
                xml(
                        "an object within the signature",
                        Reason.SIGNATURE_NOT_ALLOWED,
                        xml -> xml.replace(
                                "</ds:Signature>", "<ds:Object>" + rows(xml) + "</ds:Object></ds:Signature>")),
                xml(
                        "a key within the signature",
                        Reason.SIGNATURE_NOT_ALLOWED,
                        xml -> xml.replace("<ds:X509Data>", "<ds:KeyValue/><ds:X509Data>")),
                xml("two references", Reason.SIGNATURE_NOT_ALLOWED, xml -> {
                    String reference = xml.substring(
                            xml.indexOf("<ds:Reference"), xml.indexOf("</ds:Reference>") + "</ds:Reference>".length());
                    return xml.replace(reference, reference + reference);
                }),
                xml(
                        "a reference to the whole document",
                        Reason.SIGNATURE_NOT_ALLOWED,
                        xml -> xml.replace("URI=\"#q1\"", "URI=\"\"")),
                xml(
                        "a reference to another host",
                        Reason.SIGNATURE_INCOMPLETE,
                        xml -> xml.replace("URI=\"#q1\"", "URI=\"http://localhost:1/\"")),
                zip(
                        "SHA-1",
                        Reason.SIGNATURE_NOT_ALLOWED,
                        signer -> TestSignatures.zip(TestSignatures.xml(
                                ROW,
                                signer,
                                XMLSignature.ALGO_ID_SIGNATURE_RSA_SHA256,
                                MessageDigestAlgorithm.ALGO_ID_DIGEST_SHA1))),
                zip(
                        "RSA with SHA-1",
                        Reason.SIGNATURE_NOT_ALLOWED,
                        signer -> TestSignatures.zip(TestSignatures.xml(
                                ROW,
                                signer,
                                XMLSignature.ALGO_ID_SIGNATURE_RSA_SHA1,
                                MessageDigestAlgorithm.ALGO_ID_DIGEST_SHA256))),
                zip(
                        "another signer",
                        Reason.SIGNER_UNKNOWN,
                        signer -> TestSignatures.zip(TestSignatures.xml(ROW, other()))),
                zip(
                        "another signer without a certificate",
                        Reason.SIGNATURE_INVALID,
                        signer ->
                                TestSignatures.zip(new String(TestSignatures.xml(ROW, other()), StandardCharsets.UTF_8)
                                        .replaceFirst("(?s)<ds:KeyInfo.*</ds:KeyInfo>", "")
                                        .getBytes(StandardCharsets.UTF_8))),
                xml(
                        "a row that is too long",
                        Reason.MALFORMED,
                        xml -> xml.replace("<Herbci>", "<Herbci>" + ("<a>" + "x".repeat(1000) + "</a>").repeat(1200))),
                xml("a text that is too long", Reason.MALFORMED, xml -> xml.replace("1AAAAAA", "x".repeat(2 << 20))),
                xml(
                        "an attribute that is too long",
                        Reason.MALFORMED,
                        xml -> xml.replace("<Herbci>", "<Herbci a=\"" + "x".repeat(1 << 20) + "\">")),
                xml(
                        "too much before the signature",
                        Reason.SIGNATURE_MISSING,
                        xml -> xml.replace("<ds:Signature ", "<a/>".repeat(2000) + "<ds:Signature ")));
    }

    private static Credential other() {
        return bench.keys.agency("nobody-rsa", "RSA");
    }

    static Stream<Arguments> defence() {
        return Stream.concat(archives(), documents());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("defence")
    void aHostileArchiveIsSetAside(String name, Reason reason, Function<Credential, byte[]> archive) throws Exception {
        String file = "HERBI_UCOT_20260104_001.zip";
        bench.leave("defence", file, archive.apply(bench.signer("defence")), null);
        refused("defence", file, reason);
        assertThat(Path.of("/tmp/climbed.xml")).doesNotExist();
    }

    static Stream<Arguments> signatures() {
        byte[] content = LINE.getBytes(StandardCharsets.UTF_8);
        Map<String, Map.Entry<Reason, Function<Credential, byte[]>>> cases = Map.of(
                "an empty signature", Map.entry(Reason.SIGNATURE_MISSING, signer -> new byte[0]),
                "no CMS", Map.entry(Reason.SIGNATURE_INVALID, signer -> content),
                "a signature over another file",
                        Map.entry(Reason.SIGNATURE_INVALID, signer -> TestSignatures.cms(new byte[7], signer)),
                "another signer",
                        Map.entry(
                                Reason.SIGNER_UNKNOWN,
                                signer -> TestSignatures.cms(content, bench.keys.agency("nobody-ec", "EC"))),
                "SHA-1",
                        Map.entry(
                                Reason.SIGNATURE_NOT_ALLOWED,
                                signer -> TestSignatures.cms(content, signer, "SHA1withECDSA")),
                "a signature that is too long", Map.entry(Reason.SIGNATURE_INVALID, signer -> new byte[1 << 20]));
        return cases.entrySet().stream()
                .map(each -> Arguments.of(
                        each.getKey(), each.getValue().getKey(), each.getValue().getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("signatures")
    void aFileWithAHostileSignatureBesideIsSetAside(String name, Reason reason, Function<Credential, byte[]> signature)
            throws Exception {
        String file = "yih-20260104-001.jsonl";
        bench.leave(
                "local-executive",
                file,
                LINE.getBytes(StandardCharsets.UTF_8),
                signature.apply(bench.signer("local-executive")));
        refused("local-executive", file, reason);
    }

    static Stream<Arguments> lines() {
        return Stream.of(
                Arguments.of("a line that is too long", LINE + "{\"fin\":\"" + "A".repeat(1200000)),
                Arguments.of("nothing but a line", "A".repeat(3 << 20)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void aFileThatWouldFillTheMemoryIsSetAside(String name, String content) throws Exception {
        String file = "yih-20260104-001.jsonl";
        bench.leave("local-executive", file, content.getBytes(StandardCharsets.UTF_8));
        refused("local-executive", file, Reason.MALFORMED);
    }

    private static void refused(String agency, String file, Reason reason) throws Exception {
        DropBench.settle(gateway, bench.drops(agency));
        assertThat(bench.report(agency, file)).isNotEmpty();
        var report = new ObjectMapper().readTree(bench.report(agency, file));
        assertThat(report.get("reason").asText()).as(report.toString()).isEqualTo(reason.name());
        assertThat(report.toString()).doesNotContain("AAAAA");
        assertThat(gateway.snapshots.standing(agency)).isEmpty();
        assertThat(Files.list(bench.drops(agency))).isEmpty();
    }
}
