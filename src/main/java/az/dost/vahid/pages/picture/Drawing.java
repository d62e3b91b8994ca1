package az.dost.vahid.pages.picture;

import java.util.List;

/** Marks in the order in which they are drawn. A drawing is as wide as its page allows. */
record Drawing(int width, int height, List<Mark> marks) {
    /** Wide enough for labels to be read on a usual screen; a narrow one scrolls it. */
    static final int WIDTH = 720;

    Drawing {
        marks = List.copyOf(marks);
    }

    /** As the attribute of that name has it. */
    public String getViewBox() {
        return "0 0 " + width + " " + height;
    }
}
