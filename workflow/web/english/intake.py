"""English of the pages: intake, the receipt slip, and attachments."""

WORDS: dict[str, str] = {
    "登记申请": "Register a request",
    "期限": "Time limit",
    "试算期限": "Reckon the dates",
    "按所选登记": "Register as chosen",
    "带 * 的必填。登记后即可打印登记回执、上传申请书。": (
        "Fields with * are needed. Once it is registered, the receipt slip can be printed and the "
        "application uploaded."
    ),
    "收到之日": "Received on",
    "尚未确定": "Not established yet",
    "以%(counts)s为准": "By %(counts)s",
    "暂定": "provisional",
    "答复：收到之日的次日起 %(n)s 个工作日内。": (
        "The reply: within %(n)s working days from the day after receipt."
    ),
    "收到之日确定以后，期限才开始计算；可以先登记，以后再补登日期。": (
        "The clocks start once the day of receipt is established; register now and add the day "
        "later."
    ),
    "还没有登记：与下列 %(n)s 件相似，请先看一看": (
        "Not registered yet: %(n)s request(s) look like it. Please look first"
    ),
    "选定": "Choose",
    "编号": "Number",
    "相似": "Alike",
    "日期": "Date",
    "收到方式": "Channel",
    "状态": "State",
    "申请人": "Applicant",
    "为什么相似": "Why",
    "申请内容": "Asked for",
    "附件": "Attachments",
    "看全部附件": "See all attachments",
    "附件 %(n)s 份": "%(n)s attachment(s)",
    "名称": "Name",
    "种类": "Kind",
    "大小": "Size",
    "收入": "Added",
    "摘要（SHA-256）": "Digest (SHA-256)",
    "撤下": "Withdraw",
    "下载": "Download",
    "撤下的理由": "Why it is withdrawn",
    "撤下，文件保留": "Withdraw; the file is kept",
    "还没有附件。申请书、身份证明、送达凭证和收到的意见，扫描或者拍照后在这里上传。": (
        "No attachments yet. Upload the application, proof of identity, proof of service and "
        "opinions here, scanned or photographed."
    ),
    "没有附件。": "There are no attachments.",
    "上传": "Upload",
    "已登记": "Registered",
    "收到之日还没有确定，期限还没有开始计算；确定以后请在申请页面补登。": (
        "The day of receipt is not established, and no clock runs yet; add it on the request's "
        "page once it is."
    ),
    "申请还缺少：": "The application lacks: ",
    "可以一次性告知补正。": "The applicant may be asked once to supply it.",
    "打印登记回执": "Print the receipt slip",
    "上传申请书": "Upload the application",
    "打开这件申请": "Open the request",
    "再登记一件": "Register another",
    "文件没有生成": "The file was not made",
    "文书本身没有问题：可以在页面上直接打印，或者下载 docx。": (
        "The letter itself is fine: print it from its page, or download the docx."
    ),
    "登记回执": "Receipt slip",
    "期限暂定，也照写": "Write it though it is provisional",
    "打印": "Print",
    "下载 PDF": "Download PDF",
    "下载 docx": "Download docx",
    "存入文书登记": "Keep on file",
    "回执上有查询码，只交给申请人本人。存入文书登记以后，可以随时按原样再打印。": (
        "The slip bears the look-up code: hand it to the applicant alone. Kept on file, it can be "
        "printed again as it was."
    ),
    "该申请人另有申请 %(n)s 件。": "The applicant has made %(n)s other request(s).",
    "怎样办理": "What is to be done",
    "理由（可以不写）": "Reason (optional)",
}
