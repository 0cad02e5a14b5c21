package app.heirloom.cli.distribution;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * Libraries that are not Java's, in a folder of the distribution. Without it they are unpacked out of their jars into a
 * temporary folder at every start: 25 MB, which stay there when the program is killed.
 */
public final class NativeLibraries {
    /** Where SQLite's driver and ONNX Runtime look first. */
    private static final List<String> PROPERTIES = List.of("org.sqlite.lib.path", "onnxruntime.native.path");

    private NativeLibraries() {}

    /** Has them loaded out of the distribution's folder, where there is one and nothing else was said. */
    public static void use() {
        use(Distribution.nativeLibraries(), System.getProperties());
    }

    static void use(Path folder, Properties properties) {
        if (Files.isDirectory(folder)) {
            PROPERTIES.forEach(property -> properties.putIfAbsent(property, folder.toString()));
        }
    }
}
