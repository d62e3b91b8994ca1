package az.dost.vahid.mock.issuer;

/**
 * Somebody whom the chooser lets log in.
 *
 * @param login what tokens call the person ({@code sub}); of an official the id in the requesters' files, of a citizen
 *     a pseudonym
 * @param role value {@code desk.Role} of {@code contracts/words}; null for a citizen
 * @param place where an official works, as his requester's file calls it; null for a citizen
 * @param fin of a citizen, else null. Only a citizen's access token has it, and no page, address or other token
 */
record DemoPerson(String login, String name, String role, String place, String fin) {
    static DemoPerson official(String login, String name, String role, String place) {
        return new DemoPerson(login, name, role, place, null);
    }

    static DemoPerson citizen(String login, String name, String fin) {
        return new DemoPerson(login, name, null, null, fin);
    }

    boolean isCitizen() {
        return fin != null;
    }

    /** The scope that says what kind of person a token stands for; nobody has both. */
    String scope() {
        return isCitizen() ? DemoClients.CITIZEN : DemoClients.OFFICIAL;
    }

    @Override
    public String toString() {
        return login;
    }
}
