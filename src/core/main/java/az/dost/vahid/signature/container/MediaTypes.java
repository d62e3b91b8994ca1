package az.dost.vahid.signature.container;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Media types of a container's parts, by the end of their names: a name alone says what a part is. */
public final class MediaTypes {
    private static final String UNKNOWN = "application/octet-stream";
    /** RFC 9110, section 8.3.1, in printable characters. */
    private static final Pattern TYPE =
            Pattern.compile("[\\w!#$&^.+-]{1,127}/[\\w!#$&^.+-]{1,127}(?:[ ;][\\x20-\\x7e]{0,512})?");

    private static final Map<String, String> BY_END = new LinkedHashMap<>();

    static {
        BY_END.put("json", "application/json");
        BY_END.put("xml", "application/xml");
        BY_END.put("jws", "application/jose");
        BY_END.put("pem", "application/x-pem-file");
    }

    /** The media type of a part. */
    public static String of(String name) {
        return BY_END.getOrDefault(name.substring(name.lastIndexOf('.') + 1), UNKNOWN);
    }

    /**
     * The end of a name for bytes of a media type, {@code bin} when there is no other.
     *
     * @param mediaType may be null, may have parameters
     */
    public static String end(String mediaType) {
        String type =
                mediaType == null ? "" : mediaType.split(";", 2)[0].strip().toLowerCase(java.util.Locale.ROOT);
        return type.endsWith("json") ? "json" : type.endsWith("xml") ? "xml" : "bin";
    }

    /**
     * A part's own media type, with its parameters: without them some cannot be read.
     *
     * @param mediaType as it was told with the bytes, may be null
     * @param name says what it is when nothing was told, or nothing that is a media type
     */
    public static String own(String mediaType, String name) {
        return mediaType != null && TYPE.matcher(mediaType.strip()).matches() ? mediaType.strip() : of(name);
    }

    private MediaTypes() {}
}
