package az.dost.vahid.pages.picture;

import java.util.List;

/** Marks in the order in which they are drawn. A drawing is as wide as its page allows. */
record Drawing(int width, int height, List<Mark> marks) {
    /** Wide enough for labels to be read on a usual screen; a narrow one scrolls it. */
    static final int WIDTH = 720;

    /** Letters that a line of text has room for. */
    private static final int LETTERS = 90;

    Drawing {
        marks = List.copyOf(marks);
    }

    /** A name that ends with … where it would have no room before what is said of it; the table has the whole name. */
    static String line(String name, String said) {
        int room = LETTERS - said.length();
        return (name.length() > room ? name.substring(0, room - 1) + "…" : name) + said;
    }

    /** As the attribute of that name has it. */
    public String getViewBox() {
        return "0 0 " + width + " " + height;
    }
}
