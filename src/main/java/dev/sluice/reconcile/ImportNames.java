package dev.sluice.reconcile;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which packages have a module: nearly always one of the same name. */
final class ImportNames {

    private static final Map<String, List<String>> OTHERS = Map.ofEntries(
            Map.entry("sklearn", List.of("scikit-learn")),
            Map.entry("skimage", List.of("scikit-image")),
            Map.entry("cv2", List.of("opencv-python", "opencv-python-headless", "opencv-contrib-python")),
            Map.entry("PIL", List.of("pillow")),
            Map.entry("yaml", List.of("pyyaml")),
            Map.entry("bs4", List.of("beautifulsoup4")),
            Map.entry("dateutil", List.of("python-dateutil")),
            Map.entry("dotenv", List.of("python-dotenv")),
            Map.entry("jwt", List.of("pyjwt")),
            Map.entry("attr", List.of("attrs")),
            Map.entry("Crypto", List.of("pycryptodome")),
            Map.entry("serial", List.of("pyserial")),
            Map.entry("psycopg2", List.of("psycopg2-binary", "psycopg2")),
            Map.entry("faiss", List.of("faiss-cpu", "faiss-gpu")),
            Map.entry("onnxruntime", List.of("onnxruntime", "onnxruntime-gpu")),
            Map.entry("tensorflow", List.of("tensorflow", "tensorflow-cpu", "tensorflow-gpu")),
            Map.entry("umap", List.of("umap-learn")),
            Map.entry("fitz", List.of("pymupdf")),
            Map.entry("docx", List.of("python-docx")),
            Map.entry("git", List.of("gitpython")),
            Map.entry("azureml", List.of("azureml-core", "azureml-defaults")));

    private ImportNames() {}

    /** Names as Python's index compares them; the likeliest first. */
    static List<String> packagesOf(String module) {
        var top = module.split("\\.")[0];
        var sameName = top.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
        return OTHERS.getOrDefault(top, List.of(sameName));
    }
}
