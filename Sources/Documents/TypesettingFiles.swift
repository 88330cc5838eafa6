/// What sets papers as PDF, as files for a helper process: a template, and the program that reads papers and writes files.
public enum TypesettingFiles: Sendable {
    /// The template, in typst.
    public static let template = (name: "paper.typ", bytes: PackageResources.paper_typ)
    /// The program, in Python.
    public static let program = (name: "typeset.py", bytes: PackageResources.typeset_py)
}
