package az.dost.vahid.check.api;

import az.dost.vahid.folder.OthersFiles;
import az.dost.vahid.folder.RefusedFileException;
import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** One file's content: JSON or YAML 1.2, told by what stands in it and not by what it is called. */
public final class ApiText {
    static final int MAX_BYTES = 5 << 20;
    private static final ObjectMapper JSON = Json.mapper();
    /**
     * A member of the outermost mapping; in JSON it could be of another, and the whole is read before that is believed.
     */
    private static final Pattern VERSION =
            Pattern.compile("(?m)(?:^[\"']?|[{,]\\s*\")(?:openapi|swagger)[\"']?\\s*:\\s*[\"']?[0-9]");

    /** Whether a file is one of an API: false for what cannot be read, or is none. */
    public static boolean describes(OthersFiles files, Path file) {
        try {
            String text = text(files, file);
            return !text.startsWith("<") && VERSION.matcher(text).find() && versioned(read(files, file));
        } catch (IOException | ApiException e) {
            return false;
        }
    }

    static boolean versioned(JsonNode api) {
        return api.has("openapi") || api.has("swagger");
    }

    /** @throws ApiException with the place of the mistake */
    static JsonNode read(OthersFiles files, Path file) {
        try {
            if (files.isLonger(file, MAX_BYTES)) {
                throw new ApiException(file.getFileName() + " is longer than " + MAX_BYTES
                        + " bytes: leave out what is not about one citizen");
            }
            return read(file.getFileName().toString(), text(files, file));
        } catch (RefusedFileException e) {
            throw new ApiException(file.getFileName() + " " + e.why());
        } catch (IOException e) {
            throw new ApiException(file + " cannot be read");
        }
    }

    /** Without a byte order mark and blanks before it. */
    static String text(OthersFiles files, Path file) throws IOException {
        return new String(files.read(file, MAX_BYTES), StandardCharsets.UTF_8)
                .replaceFirst("^\uFEFF", "")
                .stripLeading();
    }

    private static JsonNode read(String name, String text) {
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return yaml(name, text);
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            // YAML has braces, too.
            try {
                return yaml(name, text);
            } catch (ApiException neither) {
                throw new ApiException(name
                        + (e.getLocation() == null
                                ? ""
                                : ":" + e.getLocation().getLineNr() + ":"
                                        + e.getLocation().getColumnNr())
                        + " is not JSON: " + firstLine(e.getOriginalMessage()));
            }
        }
    }

    private static JsonNode yaml(String name, String text) {
        try {
            return Json.core(text, MAX_BYTES);
        } catch (MarkedYamlEngineException e) {
            String place = e.getProblemMark()
                    .map(at -> ":" + (at.getLine() + 1) + ":" + (at.getColumn() + 1))
                    .orElse("");
            throw new ApiException(name + place + " is not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw new ApiException(name + " is not YAML: " + firstLine(e.getMessage()));
        }
    }

    private static String firstLine(String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }

    private ApiText() {}
}
