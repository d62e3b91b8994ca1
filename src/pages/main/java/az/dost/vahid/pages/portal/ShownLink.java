package az.dost.vahid.pages.portal;

/** Where something else of the contracts is told. @param address of ours */
record ShownLink(String text, String address) {}
