package az.dost.vahid.check;

/** Looks at one thing in a connector's folder. */
interface FolderCheck {
    /** Adds what it finds; never throws for what the files say. */
    void check(CheckedFolder folder, Remarks remarks);
}
