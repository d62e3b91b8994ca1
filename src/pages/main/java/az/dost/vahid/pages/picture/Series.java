package az.dost.vahid.pages.picture;

import java.util.List;

/** One line, or one kind of bars. @param values one for each label of the plot; NaN where nothing is known */
public record Series(String name, List<Double> values) {
    public Series {
        values = List.copyOf(values);
    }

    boolean knows(int at) {
        return !values.get(at).isNaN();
    }
}
