package az.dost.vahid.passport.list;

import java.util.Arrays;
import java.util.List;

/** Columns that a sheet of services may have; its first line names them, in any order. */
enum SheetColumn {
    OFFICIAL_ID("officialId", false),
    CODE("code", false),
    FAMILY("family", true),
    AZ("az", true),
    EN("en", false),
    CHANNELS("channels", false),
    AUDIENCE("audience", false);

    private final String word;
    private final boolean required;

    SheetColumn(String word, boolean required) {
        this.word = word;
        this.required = required;
    }

    /** As the first line spells it. */
    String word() {
        return word;
    }

    boolean required() {
        return required;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(SheetColumn::word).toList();
    }

    /** Null for a word that is none. */
    static SheetColumn of(String word) {
        return Arrays.stream(values())
                .filter(column -> column.word.equalsIgnoreCase(word))
                .findFirst()
                .orElse(null);
    }
}
