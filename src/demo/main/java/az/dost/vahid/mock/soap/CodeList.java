package az.dost.vahid.mock.soap;

import java.util.Map;

/** What an agency writes for a canonical value. */
record CodeList(Map<String, String> codes) {
    /** @throws IllegalArgumentException for a value that the agency has no code for */
    String of(String value) {
        String code = codes.get(value);
        if (code == null) {
            throw new IllegalArgumentException("The agency has no code for this value");
        }
        return code;
    }
}
