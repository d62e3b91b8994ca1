package az.dost.vahid.journeys.bulk;

import az.dost.vahid.answer.Fin;
import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/** The two forms of a file of subjects. */
enum FileForm {
    /** A line {@code fin}, then a FIN a line, with or without double quotes (RFC 4180). */
    CSV("text/csv") {
        @Override
        boolean heading(String first) {
            if (!unquoted(first).equals("fin")) {
                throw new ProblemException(
                        ProblemCode.BULK_FILE_INVALID,
                        null,
                        "A CSV file begins with the line fin, the name of its one column.");
            }
            return true;
        }

        @Override
        SubjectLine row(int line, String text) {
            return subject(line, unquoted(text));
        }
    },
    /** An object {@code {"fin": ...}} a line. */
    JSON_LINES("application/x-ndjson") {
        @Override
        boolean heading(String first) {
            if (row(1, first).fault() == RowFault.ROW_MALFORMED) {
                throw new ProblemException(
                        ProblemCode.BULK_FILE_INVALID,
                        null,
                        "The first line is not a JSON object with the one field fin.");
            }
            return false;
        }

        @Override
        SubjectLine row(int line, String text) {
            try {
                JsonNode row = StrictJson.tree(text);
                return row.isObject() && row.size() == 1 && row.path("fin").isTextual()
                        ? subject(line, row.path("fin").textValue())
                        : new SubjectLine(line, null, RowFault.ROW_MALFORMED);
            } catch (JsonProcessingException e) {
                return new SubjectLine(line, null, RowFault.ROW_MALFORMED);
            }
        }
    };

    private final String mediaType;

    FileForm(String mediaType) {
        this.mediaType = mediaType;
    }

    /**
     * Looks at a file's first line.
     *
     * @return whether it is no row
     * @throws ProblemException BULK_FILE_INVALID
     */
    abstract boolean heading(String first);

    abstract SubjectLine row(int line, String text);

    /**
     * @param mediaType {@code type/subtype} in small letters
     * @throws ProblemException MEDIA_TYPE_UNSUPPORTED
     */
    static FileForm of(String mediaType) {
        for (FileForm form : values()) {
            if (form.mediaType.equals(mediaType)) {
                return form;
            }
        }
        throw new ProblemException(
                ProblemCode.MEDIA_TYPE_UNSUPPORTED, "Content-Type", "Send text/csv or application/x-ndjson.");
    }

    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    static SubjectLine subject(int line, String fin) {
        return Fin.matches(fin) ? new SubjectLine(line, fin, null) : new SubjectLine(line, null, RowFault.FIN_INVALID);
    }
}
