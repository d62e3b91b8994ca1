package az.dost.vahid.signature.container;

import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** DSS in its class loader, which is made when it is first needed: most gateways start without. */
final class IsolatedXades implements Xades {
    private static final String PACKAGE = IsolatedXades.class.getPackageName() + ".dss.";

    private static final class Holder {
        static final ClassLoader LIBRARY = new IsolatedLibrary("dss-lib", PACKAGE);
        static final Xades DSS = within(() -> {
            try {
                return (Xades) LIBRARY.loadClass(PACKAGE + "DssXades")
                        .getDeclaredConstructor()
                        .newInstance();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("DSS cannot be loaded", e);
            }
        });

        /** DSS and Santuario find their services by the thread's class loader. */
        static <T> T within(Supplier<T> call) {
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(LIBRARY);
            try {
                return call.get();
            } finally {
                thread.setContextClassLoader(before);
            }
        }
    }

    @Override
    public Map<String, byte[]> sign(Order order, UnaryOperator<byte[]> signer, UnaryOperator<byte[]> stamper) {
        return Holder.within(() -> Holder.DSS.sign(order, signer, stamper));
    }

    @Override
    public XadesFindings check(byte[] container) {
        return Holder.within(() -> Holder.DSS.check(container));
    }
}
