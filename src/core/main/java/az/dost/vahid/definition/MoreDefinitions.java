package az.dost.vahid.definition;

import java.util.List;

/** Definitions beside those of a folder, of the same kind. */
public interface MoreDefinitions {
    /** There are none. */
    MoreDefinitions NONE = List::of;

    /** As they are at this moment, each with a name. It never throws: what is away stays as it was. */
    List<ReleasedDefinition> now();
}
