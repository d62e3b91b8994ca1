package az.dost.vahid.mock.population;

enum Sex { FEMALE, MALE }
