package az.dost.vahid.journeys.verify;

import az.dost.vahid.proof.record.EvidenceProof;
import az.dost.vahid.signature.CheckCode;
import java.util.Set;

/**
 * Who vouches for what of a piece of evidence, as far as a check of the container alone can tell. No more is said than
 * was proven.
 */
enum Vouching {
    FOR_ITS_ANSWER(
            CheckCode.AGENCY_SIGNED_ANSWER,
            EvidenceProof.AGENCY_SIGNATURE,
            "answer is as the dossier says and signed by the agency itself",
            "answers are as the dossier says and signed by the agency itself"),
    /** CMS with signed attributes. */
    FOR_A_FILES_DIGEST(
            CheckCode.AGENCY_SIGNED_FILE,
            EvidenceProof.ROW_OF_SIGNED_FILE,
            "is a row of a file whose digest the agency signed; that the row is in it, Vahid signed when it loaded the file",
            "are rows of files whose digests the agencies signed; that the rows are in them, Vahid signed when it loaded the files"),
    /**
     * XML signature: it is over the element that holds the rows, and nothing in it ties that to the bytes of the file.
     */
    FOR_A_FILES_ROWS(
            CheckCode.AGENCY_SIGNED_ROWS,
            EvidenceProof.ROW_OF_SIGNED_FILE,
            "is a row of a file of whose rows the agency signed a digest; that the row is one of them, and the file the one with"
                    + " the digest in the dossier, Vahid signed when it loaded the file",
            "are rows of files of whose rows the agencies signed digests; that the rows are among them, and the files those with the digests in the dossier,"
                    + " Vahid signed when it loaded the files"),
    /** CMS without signed attributes. */
    FOR_A_FILE_THAT_IS_AWAY(
            CheckCode.FILE_NOT_CHECKED,
            EvidenceProof.ROW_OF_SIGNED_FILE,
            "is a row of a file, as Vahid signed when it loaded the file; what the agency signed was not checked",
            "are rows of files, as Vahid signed when it loaded the files; what the agencies signed was not checked"),
    FOR_NO_ROW(
            CheckCode.FILE_WITHOUT_ROW,
            EvidenceProof.FILE_WITHOUT_ROW,
            "says that a file has no row of the citizen, for which only Vahid vouches",
            "say that a file has no row of the citizen, for which only Vahid vouches"),
    FOR_A_ROW_WITHOUT_PATH(
            CheckCode.ROW_WITHOUT_PATH,
            EvidenceProof.ROW_WITHOUT_PATH,
            "is a row of a file, named by the file's digest, for which only Vahid vouches",
            "are rows of files, named by the files' digests, for which only Vahid vouches"),
    FOR_NOTHING(
            CheckCode.CONNECTION_ONLY,
            EvidenceProof.CONNECTION_ONLY,
            "was proven by the connection alone: only Vahid vouches for it",
            "were proven by the connection alone: only Vahid vouches for them");

    private final CheckCode code;
    private final EvidenceProof proof;
    private final String one;
    private final String many;

    Vouching(CheckCode code, EvidenceProof proof, String one, String many) {
        this.code = code;
        this.proof = proof;
        this.one = one;
        this.many = many;
    }

    CheckCode code() {
        return code;
    }

    /** As the container's index calls it. */
    EvidenceProof proof() {
        return proof;
    }

    String said(int pieces, Set<String> agencies) {
        return pieces + " " + (pieces == 1 ? one : many) + " (" + String.join(", ", agencies) + ").";
    }
}
