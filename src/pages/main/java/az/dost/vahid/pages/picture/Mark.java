package az.dost.vahid.pages.picture;

/**
 * One mark of a drawing, which a template writes as SVG. Lengths are the drawing's own.
 *
 * @param kind {@code line}, {@code box}, {@code path}, {@code dot} or {@code text}
 * @param css its classes: a style sheet gives colour, width and dashes, as no style stands in a page
 * @param width of a box, as is height; of a line, how far it goes to the right, and down
 * @param text of a text; of a path, where it goes
 * @param anchor of a text: {@code start}, {@code middle} or {@code end}
 */
record Mark(String kind, String css, double x, double y, double width, double height, String text, String anchor) {
    Mark {
        x = round(x);
        y = round(y);
        width = round(width);
        height = round(height);
    }

    static Mark line(String css, double x1, double y1, double x2, double y2) {
        return new Mark("line", css, x1, y1, x2 - x1, y2 - y1, "", "");
    }

    static Mark box(String css, double x, double y, double width, double height) {
        return new Mark("box", css, x, y, Math.max(0, width), Math.max(0, height), "", "");
    }

    static Mark dot(String css, double x, double y) {
        return new Mark("dot", css, x, y, 0, 0, "", "");
    }

    /** @param points as the attribute {@code d} of a path has them */
    static Mark path(String css, String points) {
        return new Mark("path", css, 0, 0, 0, 0, points, "");
    }

    static Mark text(String css, double x, double y, String text, String anchor) {
        return new Mark("text", css, x, y, 0, 0, text, anchor);
    }

    /** A tenth of a unit is finer than any screen. */
    static double round(double length) {
        return Math.round(length * 10) / 10.0;
    }
}
