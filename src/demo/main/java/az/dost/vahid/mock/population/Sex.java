package az.dost.vahid.mock.population;

public enum Sex {
    FEMALE,
    MALE
}
