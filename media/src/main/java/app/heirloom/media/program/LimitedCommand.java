package app.heirloom.media.program;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Wraps a command so that the operating system itself stops it at the limits, even when this process is gone. POSIX
 * only: elsewhere the wall clock alone limits it.
 */
final class LimitedCommand {
    static final File NOTHING;

    private static final boolean POSIX = File.separatorChar == '/';
    private static final String SHELL = "/bin/sh";
    private static final String SCRIPT = "ulimit -c 0; ulimit -t \"$1\"; ulimit -v \"$2\"; shift 2; exec \"$@\"";

    static {
        NOTHING = new File(POSIX ? "/dev/null" : "NUL");
    }

    private LimitedCommand() {}

    static List<String> of(List<String> command, Limits limits) {
        if (!POSIX) {
            return command;
        }
        List<String> limited = new ArrayList<>(List.of(
                SHELL,
                "-c",
                SCRIPT,
                "heirloom",
                Long.toString(Math.max(1, limits.cpuTime().toSeconds())),
                Long.toString(limits.memoryInBytes() >> 10)));
        limited.addAll(command);
        return limited;
    }

    /** One heap in huge pages: a quarter less time in the kernel (docs/decisions/003). */
    static void tune(Map<String, String> environment) {
        environment.put("LC_ALL", "C");
        environment.put("AV_LOG_FORCE_NOCOLOR", "1");
        environment.put("MALLOC_ARENA_MAX", "1");
        environment.put("GLIBC_TUNABLES", "glibc.malloc.hugetlb=1");
    }
}
