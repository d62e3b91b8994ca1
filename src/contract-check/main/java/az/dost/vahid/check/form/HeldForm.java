package az.dost.vahid.check.form;

import java.util.List;

/** What a request, a reply or a row must look like by the agency's contract. */
public interface HeldForm {
    /** Everything that does not fit; nothing of a document that cannot be read, of which others tell. */
    List<FormMisfit> misfits(String document);
}
