package az.dost.vahid.folder;

import java.nio.file.FileSystemException;

/**
 * A file of somebody else's that is there and is not opened. The message names the file as a person would type it, and
 * says why; it has nothing of what a link leads to, not even its name.
 */
public final class RefusedFileException extends FileSystemException {
    static final String LINK = "is a symbolic link, and no link is followed: put the file itself in its place";
    static final String SECOND_NAME =
            "has a second name (a hard link), by which it may be another's file: put a copy in its place";
    static final String NO_FILE = "is no plain file (a pipe or a device), and is not opened";
    static final String OUTSIDE = "is outside the folder, and is not opened";
    static final String CHANGED = "became another file while it was opened";

    RefusedFileException(String file, String why) {
        super(file, null, why);
    }

    /** Begins with a verb, as in "is a symbolic link"; never null. */
    public String why() {
        return getReason();
    }
}
