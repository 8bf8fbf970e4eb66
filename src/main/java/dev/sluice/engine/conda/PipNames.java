package dev.sluice.engine.conda;

import java.util.Map;

/** What packages that have one name in conda's channels are called on PyPI; nearly all have the same. */
final class PipNames {

    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("pytorch", "torch"),
            Map.entry("pytorch-cpu", "torch"),
            Map.entry("py-xgboost", "xgboost"),
            Map.entry("py-xgboost-cpu", "xgboost-cpu"),
            Map.entry("py-opencv", "opencv-python-headless"),
            Map.entry("opencv", "opencv-python-headless"),
            Map.entry("matplotlib-base", "matplotlib"),
            Map.entry("msgpack-python", "msgpack"),
            Map.entry("pytables", "tables"),
            Map.entry("dask-core", "dask"),
            Map.entry("tensorflow-base", "tensorflow"),
            Map.entry("python-graphviz", "graphviz"),
            Map.entry("faiss", "faiss-cpu"),
            Map.entry("pyarrow-core", "pyarrow"),
            Map.entry("onnxruntime-cpu", "onnxruntime"),
            Map.entry("mlflow-core", "mlflow"),
            Map.entry("numpy-base", "numpy"),
            Map.entry("sqlalchemy-base", "sqlalchemy"));

    private PipNames() {}

    static String of(String conda) {
        return OTHERS.getOrDefault(conda, conda);
    }
}
