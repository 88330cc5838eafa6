/// What sets papers as PDF and reads them again, as files for a helper process: a template and a program.
public enum TypesettingFiles: Sendable {
    /// The template, in typst.
    public static let template = (name: "paper.typ", bytes: PackageResources.paper_typ)
    /// The program, in Python.
    public static let program = (name: "papers.py", bytes: PackageResources.papers_py)
}
