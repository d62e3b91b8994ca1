package az.dost.vahid.journeys.verify;

import az.dost.vahid.proof.record.EvidenceProof;
import az.dost.vahid.proof.record.check.Report;
import az.dost.vahid.signature.CheckCode;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.MerkleTree;
import az.dost.vahid.signature.key.ChangedException;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.xml.FileSignature;
import az.dost.vahid.sources.ingest.FileStatement;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A row of a file in a container, its path, and what the gateway and the agency signed about the file. */
final class RowPart {
    private static final String SHA_256 = "sha-256:";
    private final Map<String, byte[]> parts;
    private final GatewayProof proof;
    private final Report report;
    private final MerkleTree tree = new MerkleTree(new CryptoProvider(true)::sha256);

    RowPart(Map<String, byte[]> parts, GatewayProof proof, Report report) {
        this.parts = parts;
        this.proof = proof;
        this.report = report;
    }

    /**
     * 1. the gateway's statement is about this file; 2. the agency signed the digest that it names; 3. the row's path
     * leads to its root.
     *
     * @param stem of the names of its parts
     * @param locator what the dossier's evidence is
     * @return what of it was proven, and by whom
     * @throws ChangedException when anything does not hold
     */
    Vouching check(String agency, String stem, JsonNode locator) {
        String digest = locator.path("digest").asText();
        byte[] signed = parts.get("files/" + agency + "/" + digest.replace(SHA_256, "") + ".jws");
        byte[] way = parts.get(stem + EvidenceProof.PATH);
        FileStatement statement = signed == null ? null : statement(signed, agency, locator);
        if (!locator.has("row")) {
            return Vouching.FOR_NO_ROW;
        }
        if (way == null) {
            return Vouching.FOR_A_ROW_WITHOUT_PATH;
        }
        if (statement == null) {
            throw new ChangedException("The statement about its file is missing");
        }
        JsonNode path = ContainerFile.read(way);
        byte[] leaf = tree.leaf(
                bytes(path.path("salt")), locator.path("content").asText().getBytes(StandardCharsets.UTF_8));
        List<byte[]> beside = new ArrayList<>();
        path.path("path").forEach(hash -> beside.add(bytes(hash)));
        if (!Arrays.equals(
                tree.root(leaf, locator.path("row").longValue() - 1, statement.rows(), beside), statement.root())) {
            throw new ChangedException("It is not the row that the gateway read in this place of the file");
        }
        return statement.signature().over() == null
                ? Vouching.FOR_A_FILE_THAT_IS_AWAY
                : statement.signature().kind() == FileSignature.Kind.CMS_DETACHED
                        ? Vouching.FOR_A_FILES_DIGEST
                        : Vouching.FOR_A_FILES_ROWS;
    }

    private FileStatement statement(byte[] signed, String agency, JsonNode locator) {
        FileStatement statement =
                FileStatement.of(proof.compact(new String(signed, StandardCharsets.US_ASCII), FileStatement.TYPE));
        if (!statement.agency().equals(agency)
                || !statement.digest().equals(locator.path("digest").asText())
                || !statement.file().equals(locator.path("file").asText())) {
            throw new ChangedException("The statement is about another file");
        }
        FileSignature agencys = statement.signature();
        if (agencys.kind() == FileSignature.Kind.CMS_DETACHED
                && !agencys.digestText().equals(statement.digest())) {
            throw new ChangedException("The agency signed another file");
        }
        if (!agencys.check()) {
            report.noted(
                    CheckCode.FILE_NOT_CHECKED,
                    "The signature of " + agency
                            + " is over the bytes of its file: it was not checked, which takes the file.",
                    agency);
        }
        return statement;
    }

    private static byte[] bytes(JsonNode base64) {
        try {
            return Base64.getUrlDecoder().decode(base64.asText());
        } catch (IllegalArgumentException e) {
            throw new ChangedException("It has characters that it should not have");
        }
    }
}
