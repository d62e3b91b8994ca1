package az.dost.vahid;

public final class Vahid {
    public static void main(String[] args) {
    }
}
