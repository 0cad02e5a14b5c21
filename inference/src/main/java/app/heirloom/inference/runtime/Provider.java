package app.heirloom.inference.runtime;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.util.Arrays;
import java.util.List;

/** What calculates: the processor, or something faster that the installed ONNX Runtime knows how to use. */
enum Provider {
    CUDA(OrtProvider.CUDA) {
        @Override
        void add(SessionOptions options) throws OrtException {
            options.addCUDA();
        }
    },
    DIRECT_ML(OrtProvider.DIRECT_ML) {
        @Override
        void add(SessionOptions options) throws OrtException {
            options.setMemoryPatternOptimization(false); // DirectML refuses sessions with it
            options.addDirectML(0);
        }
    },
    CORE_ML(OrtProvider.CORE_ML) {
        @Override
        void add(SessionOptions options) throws OrtException {
            options.addCoreML();
        }
    },
    OPEN_VINO(OrtProvider.OPEN_VINO) {
        @Override
        void add(SessionOptions options) throws OrtException {
            options.addOpenVINO("GPU");
        }
    },
    CPU(OrtProvider.CPU) {
        @Override
        void add(SessionOptions options) {}
    };

    private final OrtProvider runtimeName;

    Provider(OrtProvider runtimeName) {
        this.runtimeName = runtimeName;
    }

    abstract void add(SessionOptions options) throws OrtException;

    /** Those that are faster than the processor and that the runtime was built with, the fastest first. */
    static List<Provider> accelerators() {
        var available = OrtEnvironment.getAvailableProviders();
        return Arrays.stream(values())
                .filter(provider -> provider != CPU && available.contains(provider.runtimeName))
                .toList();
    }
}
