package az.dost.vahid.kit.draft.field;

import java.util.List;
import javax.xml.namespace.QName;

/**
 * One field of an agency's document.
 *
 * @param name as in the tree that mappings see: {@code @name} for an attribute, {@code #text} beside attributes; empty
 *     for what a document consists of that is a list itself
 * @param namespace of an XML element, empty for none
 * @param pattern of a day or time, as java.time writes it; null otherwise
 * @param values that it may have; empty when it may have any
 * @param example a value of its form, null for a group
 * @param children of a group
 * @param once whether an example may have it once at most, although it is a list
 * @param nested how many lists stand within the list before its values
 * @param narrow whether the contract lets no request's id stand there
 * @param type that an element of an abstract type has to say of itself (xsi:type); null for none
 * @param said a few words by which the contract describes it; null for none
 */
public record Field(
        String name,
        String namespace,
        Kind kind,
        boolean repeated,
        boolean required,
        String pattern,
        List<String> values,
        String example,
        List<Field> children,
        boolean once,
        int nested,
        boolean narrow,
        QName type,
        String said) {
    public Field(
            String name,
            String namespace,
            Kind kind,
            boolean repeated,
            boolean required,
            String pattern,
            List<String> values,
            String example,
            List<Field> children) {
        this(
                name, namespace, kind, repeated, required, pattern, values, example, children, false, 0, false, null,
                null);
    }

    public static Field group(String name, String namespace, boolean repeated, boolean required, List<Field> children) {
        return new Field(name, namespace, Kind.GROUP, repeated, required, null, List.of(), null, List.copyOf(children));
    }

    public static Field leaf(String name, String namespace, boolean repeated, boolean required, Value value) {
        return new Field(
                name,
                namespace,
                value.kind(),
                repeated,
                required,
                value.pattern(),
                value.values(),
                value.example(),
                List.of(),
                false,
                0,
                value.narrow(),
                null,
                null);
    }

    /** Of the name alone: fields hold each other, and are looked for often. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    public Field with(String otherExample) {
        return new Field(
                name,
                namespace,
                kind,
                repeated,
                required,
                pattern,
                values,
                otherExample,
                children,
                once,
                nested,
                narrow,
                type,
                said);
    }

    public Field with(List<Field> others) {
        return new Field(
                name,
                namespace,
                kind,
                repeated,
                required,
                pattern,
                values,
                example,
                List.copyOf(others),
                once,
                nested,
                narrow,
                type,
                said);
    }

    /** @param words null for none */
    public Field described(String words) {
        return new Field(
                name, namespace, kind, repeated, required, pattern, values, example, children, once, nested, narrow,
                type, words);
    }

    /**
     * The same as a document: one that is a list itself is a group of which the only field repeats and has no name.
     *
     * @param alone whether an example has one in the list and not two, as a question about one person has
     */
    public Field asDocument(boolean alone) {
        return !repeated
                ? this
                : group(
                        name,
                        namespace,
                        false,
                        true,
                        List.of(new Field(
                                "",
                                namespace,
                                kind,
                                true,
                                required,
                                pattern,
                                values,
                                example,
                                children,
                                once || alone,
                                nested,
                                narrow,
                                type,
                                said)));
    }

    /** Whether it is what a document consists of that is a list itself. */
    public boolean isItself() {
        return repeated && name.isEmpty();
    }

    public Field of(QName concrete) {
        return new Field(
                name, namespace, kind, repeated, required, pattern, values, example, children, once, nested, narrow,
                concrete, said);
    }
}
