package az.dost.vahid.mock.population;

/** Stands in for a photograph: a grey JPEG of eight by eight pixels, base64. */
public final class Portrait {
    private static final String HEADER = "/9j/4AAQSkZJRgABAgAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0"
            + "aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAA";
    private static final String DARK = HEADER + "Bf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8APf/Z";
    private static final String LIGHT = HEADER + "Bv/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AYP/Z";

    public static String of(Inhabitant citizen) {
        return citizen.draw("portrait", 2) == 0 ? DARK : LIGHT;
    }

    private Portrait() {}
}
