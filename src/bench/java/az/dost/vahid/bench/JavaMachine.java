package az.dost.vahid.bench;

import com.sun.management.ThreadMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** What another Java process says of itself, asked over JMX, with nothing prepared in that process. */
final class JavaMachine implements AutoCloseable {
    private final JMXConnector connector;
    private final ThreadMXBean threads;
    private final CompilationMXBean compilation;

    JavaMachine(long pid) {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
            String address = machine.startLocalManagementAgent();
            machine.detach();
            connector = JMXConnectorFactory.connect(new JMXServiceURL(address));
            threads = ManagementFactory.newPlatformMXBeanProxy(connector.getMBeanServerConnection(), ManagementFactory.THREAD_MXBEAN_NAME,
                    ThreadMXBean.class);
            compilation = ManagementFactory.newPlatformMXBeanProxy(connector.getMBeanServerConnection(),
                    ManagementFactory.COMPILATION_MXBEAN_NAME, CompilationMXBean.class);
        } catch (AttachNotSupportedException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes that the threads that live now have allocated; pools do not end threads under load. */
    long allocatedBytes() {
        long sum = 0;
        for (long bytes : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
            sum += Math.max(0, bytes);
        }
        return sum;
    }

    /** Time that its compilers have taken so far. */
    long compilationMs() {
        return compilation.getTotalCompilationTime();
    }

    /** Before the other process ends: the client would look for it again and again. */
    @Override
    public void close() {
        try {
            connector.close();
        } catch (IOException e) {
            // The other process has ended by itself.
        }
    }
}
